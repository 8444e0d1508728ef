# SPDX-License-Identifier: GPL-3.0-or-later
"""Latitude and longitude (WGS84) to British National Grid metres.

Seven-parameter Helmert transformation to OSGB36, then the transverse Mercator projection, both as printed in Ordnance
Survey, "A guide to coordinate systems in Great Britain". The single Helmert set is good to about 5 m, which is 0.005
minutes on the travel fit.
"""

import math


def national_grid(latitude, longitude):
    phi, lam = math.radians(latitude), math.radians(longitude)
    a, b = 6378137.0, 6356752.3141                                   # GRS80
    e2 = 1 - (b * b) / (a * a)
    nu = a / math.sqrt(1 - e2 * math.sin(phi) ** 2)
    x, y, z = nu * math.cos(phi) * math.cos(lam), nu * math.cos(phi) * math.sin(lam), nu * (1 - e2) * math.sin(phi)
    tx, ty, tz, scale = -446.448, 125.157, -542.060, 20.4894e-6
    rx, ry, rz = (math.radians(seconds / 3600) for seconds in (-0.1502, -0.2470, -0.8421))
    x, y, z = (tx + (1 + scale) * x - rz * y + ry * z,
               ty + rz * x + (1 + scale) * y - rx * z,
               tz - ry * x + rx * y + (1 + scale) * z)
    a, b = 6377563.396, 6356256.909                                  # Airy 1830
    e2 = 1 - (b * b) / (a * a)
    p = math.hypot(x, y)
    phi = math.atan2(z, p * (1 - e2))
    for _ in range(10):
        nu = a / math.sqrt(1 - e2 * math.sin(phi) ** 2)
        phi = math.atan2(z + e2 * nu * math.sin(phi), p)
    lam = math.atan2(y, x)

    f0, phi0, lam0, e0, n0 = 0.9996012717, math.radians(49), math.radians(-2), 400000.0, -100000.0
    n = (a - b) / (a + b)
    s, c, t = math.sin(phi), math.cos(phi), math.tan(phi)
    nu = a * f0 / math.sqrt(1 - e2 * s * s)
    rho = a * f0 * (1 - e2) / (1 - e2 * s * s) ** 1.5
    eta2 = nu / rho - 1
    d, u = phi - phi0, phi + phi0
    m = b * f0 * ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * d
                  - (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * math.sin(d) * math.cos(u)
                  + (1.875 * n ** 2 + 1.875 * n ** 3) * math.sin(2 * d) * math.cos(2 * u)
                  - 35 / 24 * n ** 3 * math.sin(3 * d) * math.cos(3 * u))
    l = lam - lam0
    northing = (m + n0 + nu / 2 * s * c * l ** 2 + nu / 24 * s * c ** 3 * (5 - t * t + 9 * eta2) * l ** 4
                + nu / 720 * s * c ** 5 * (61 - 58 * t * t + t ** 4) * l ** 6)
    easting = (e0 + nu * c * l + nu / 6 * c ** 3 * (nu / rho - t * t) * l ** 3
               + nu / 120 * c ** 5 * (5 - 18 * t * t + t ** 4 + 14 * eta2 - 58 * t * t * eta2) * l ** 5)
    return easting, northing
