# SPDX-License-Identifier: GPL-3.0-or-later
"""The transport-facility model in one modelling layer of Python: peers.py LAYER SITES ZONES prints a line of JSON.

Each is written as its own documentation would have it, with names, and hands the model to where its solver takes it
from: a file for those that write one, the solver itself for those that hold one.
"""
import json
import os
import sys
import tempfile
import time


def cost(zone, site):
    return 1 + (7 * zone + 13 * site) % 97


def scratch(suffix):
    handle, path = tempfile.mkstemp(suffix=suffix)
    os.close(handle)
    return path


def pulp(sites, zones):
    import pulp as p

    yield
    model = p.LpProblem("transport", p.LpMinimize)
    opened = p.LpVariable.dicts("open", range(sites), cat="Binary")
    flow = p.LpVariable.dicts("flow", (range(zones), range(sites)), lowBound=0)
    model += p.lpSum((1000 + s) * opened[s] for s in range(sites)) + p.lpSum(
        cost(z, s) * flow[z][s] for z in range(zones) for s in range(sites))
    for z in range(zones):
        model += p.lpSum(flow[z][s] for s in range(sites)) == 1, f"served_{z}"
    for s in range(sites):
        model += p.lpSum((1 + z % 50) * flow[z][s] for z in range(zones)) <= 20 * zones * opened[s], f"holds_{s}"
    for z in range(zones):
        for s in range(sites):
            model += flow[z][s] <= opened[s], f"only_open_{z}_{s}"
    yield
    path = scratch(".mps")
    model.writeMPS(path)
    os.remove(path)
    yield


def pyomo(sites, zones):
    import pyomo.environ as e

    yield
    m = e.ConcreteModel()
    m.S = e.RangeSet(0, sites - 1)
    m.Z = e.RangeSet(0, zones - 1)
    m.open = e.Var(m.S, domain=e.Binary)
    m.flow = e.Var(m.Z, m.S, domain=e.NonNegativeReals)
    m.cost = e.Objective(expr=sum((1000 + s) * m.open[s] for s in m.S) + sum(
        cost(z, s) * m.flow[z, s] for z in m.Z for s in m.S))
    m.served = e.Constraint(m.Z, rule=lambda m, z: sum(m.flow[z, s] for s in m.S) == 1)
    m.holds = e.Constraint(m.S, rule=lambda m, s: sum(
        (1 + z % 50) * m.flow[z, s] for z in m.Z) <= 20 * zones * m.open[s])
    m.only_open = e.Constraint(m.Z, m.S, rule=lambda m, z, s: m.flow[z, s] <= m.open[s])
    yield
    path = scratch(".lp")
    m.write(path, io_options={"symbolic_solver_labels": True})
    os.remove(path)
    yield


def linopy(sites, zones):
    import linopy as l
    import numpy as np
    import pandas as pd
    import xarray as xr

    yield
    m = l.Model()
    s = pd.RangeIndex(sites, name="site")
    z = pd.RangeIndex(zones, name="zone")
    opened = m.add_variables(binary=True, coords=[s], name="open")
    flow = m.add_variables(lower=0, coords=[z, s], name="flow")
    costs = xr.DataArray(
        1 + (7 * np.arange(zones)[:, None] + 13 * np.arange(sites)[None, :]) % 97, coords=[z, s])
    demand = xr.DataArray(1 + np.arange(zones) % 50, coords=[z])
    fixed = xr.DataArray(1000 + np.arange(sites), coords=[s])
    m.add_constraints(flow.sum("site") == 1, name="served")
    m.add_constraints((demand * flow).sum("zone") - 20 * zones * opened <= 0, name="holds")
    m.add_constraints(flow - opened <= 0, name="only_open")
    m.add_objective((costs * flow).sum() + (fixed * opened).sum())
    yield
    try:
        from linopy.io import to_highspy
        to_highspy(m)
    except ImportError:
        m.to_highspy()
    yield


def highspy(sites, zones):
    import highspy as h

    yield
    m = h.Highs()
    m.silent()
    opened = [m.addBinary(obj=1000 + s, name=f"open_{s}") for s in range(sites)]
    flow = [[m.addVariable(lb=0, obj=cost(z, s), name=f"flow_{z}_{s}") for s in range(sites)] for z in range(zones)]
    for z in range(zones):
        m.addConstr(m.qsum(flow[z]) == 1, name=f"served_{z}")
    for s in range(sites):
        m.addConstr(
            m.qsum((1 + z % 50) * flow[z][s] for z in range(zones)) <= 20 * zones * opened[s], name=f"holds_{s}")
    for z in range(zones):
        for s in range(sites):
            m.addConstr(flow[z][s] <= opened[s], name=f"only_open_{z}_{s}")
    yield
    yield


def mip(sites, zones):
    import mip as p

    yield
    m = p.Model(sense=p.MINIMIZE, solver_name=p.CBC)
    m.verbose = 0
    opened = [m.add_var(var_type=p.BINARY, obj=1000 + s, name=f"open_{s}") for s in range(sites)]
    flow = [[m.add_var(lb=0, obj=cost(z, s), name=f"flow_{z}_{s}") for s in range(sites)] for z in range(zones)]
    for z in range(zones):
        m.add_constr(p.xsum(flow[z]) == 1, name=f"served_{z}")
    for s in range(sites):
        m.add_constr(
            p.xsum((1 + z % 50) * flow[z][s] for z in range(zones)) <= 20 * zones * opened[s], name=f"holds_{s}")
    for z in range(zones):
        for s in range(sites):
            m.add_constr(flow[z][s] <= opened[s], name=f"only_open_{z}_{s}")
    yield
    yield


layer = {"pulp": pulp, "pyomo": pyomo, "linopy": linopy, "highspy": highspy, "mip": mip}[sys.argv[1]]
steps = layer(int(sys.argv[2]), int(sys.argv[3]))
next(steps)  # imports are not counted
start = time.perf_counter()
next(steps)
built = time.perf_counter()
next(steps)
print(json.dumps({"build": built - start, "hand_over": time.perf_counter() - built}))
