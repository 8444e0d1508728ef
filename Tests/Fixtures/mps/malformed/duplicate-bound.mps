NAME wards
ROWS
 N cost
 G beds
 L staff
COLUMNS
 north cost 3 beds 1
 north staff 2
 south cost 4 beds 1
 south staff 1
RHS
 RHS beds 10 staff 18
BOUNDS
 UP BND north 8
 UP BND north 9
ENDATA
