NAME negative
ROWS
 N cost
 G floor
COLUMNS
 x cost 1 floor 1
 y cost 1 floor 1
RHS
 RHS floor -7
BOUNDS
 UP BND x -2
 FX BND y 1.5
ENDATA
