NAME wards
ROWS
 N cost
 G beds
 L staff
COLUMNS
 M1 'MARKER' 'INTORG'
 north cost 3 beds 1
 north staff 2
 M2 'MARKER' 'INTEND'
 south cost 4 beds 1
 south staff 1
RHS
 RHS beds 10 staff 18
BOUNDS
 LO BND north 8
ENDATA
