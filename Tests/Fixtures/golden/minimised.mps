* A Footprint model. r1 and so on are its rows, x1 and so on its variables:
* two wards and a half
* r1: enough beds
* r2: wards alike
* r3: no sides
* r4: named twice
* r5: named twice #2
* x1: beds[north]
* x2: beds[south]
* x3: open the annexe's 2nd floor
* x4: change
* x_one: one, to carry the objective's constant
NAME model
ROWS
 N objective
 G r1
 G r2
 L r2_upper
 N r3
 L r4
 E r5
COLUMNS
 x1 objective 100.0
 x1 r1 1.0
 x1 r2 1.0
 x1 r2_upper 1.0
 x1 r3 1.0
 x1 r4 1.0
 x2 objective 100.0
 x2 r1 1.0
 x2 r2 -1.0
 x2 r2_upper -1.0
 x2 r5 1.0
 M1 'MARKER' 'INTORG'
 x3 objective -7.25
 x3 r1 0.30000000000000004
 M2 'MARKER' 'INTEND'
 x4 r3 1.0
 x4 r5 1.0
 x_one objective 1000000.0
RHS
 RHS r1 12.0
 RHS r2 -2.0
 RHS r2_upper 0.3333333333333333
 RHS r4 60.0
 RHS r5 -1e-05
BOUNDS
 LO BOUND x3 0.0
 UP BOUND x3 1.0
 MI BOUND x4
 UP BOUND x4 -0.5
 FX BOUND x_one 1
ENDATA
