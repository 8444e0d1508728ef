NAME          TWO WARDS
ROWS
 N  COST
 G  BEDS, AL
 L  STAFF
COLUMNS
    WARD 1    COST                3.   BEDS, AL           1.0
    WARD 1    STAFF              2e0
    WARD 2    COST                 4   BEDS, AL            +1
    WARD 2    STAFF                1
RHS
              BEDS, AL            10   STAFF               18
BOUNDS
 UP           WARD 1               8
ENDATA
