// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

extension Zones {
    /// The fifth of residents with the highest income-deprivation scores, people by zone: whole zones from the highest score
    /// (ties by code) until a fifth of the population is reached, and part of the zone that crosses it.
    var mostDeprivedFifth: [Double] {
        var fifth = [Double](repeating: 0, count: count)
        let inside = (0..<count).filter { isInside[$0] }
        var left = inside.reduce(0) { $0 + population[$1] } / 5
        let ordered = inside.sorted {
            incomeDeprivation[$0] != incomeDeprivation[$1]
                ? incomeDeprivation[$0] > incomeDeprivation[$1] : codes[$0] < codes[$1]
        }
        for zone in ordered where left > 0 {
            fifth[zone] = min(left, population[zone])
            left -= fifth[zone]
        }
        return fifth
    }
}
