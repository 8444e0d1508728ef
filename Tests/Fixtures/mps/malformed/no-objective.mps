NAME wards
ROWS
 G beds
 L staff
COLUMNS
 north beds 1
 north staff 2
 south beds 1
 south staff 1
RHS
 RHS beds 10 staff 18
BOUNDS
 UP BND north 8
ENDATA
