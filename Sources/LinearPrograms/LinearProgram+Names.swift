// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// A row's sentence and its indices: `everyone is seen[E01009417,minor]`.
    public func name(ofRow row: Int) -> String {
        rowNames[row].label
    }

    /// A row's sentence without its indices: what a group of rows has in common.
    public func sentence(ofRow row: Int) -> String { rowNames[row].sentence }

    /// A variable's name and its indices: `flow[E01009417,minor,RJE01]`.
    public func name(ofColumn column: Int) -> String {
        var low = 0
        var high = columnBlocks.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if columnBlocks[middle].start <= column { low = middle } else { high = middle }
        }
        return columnBlocks[low].name(column - columnBlocks[low].start)
    }
}

/// `flow[E01009417,RJE01]`: one string, grown once.
func label(_ name: String, _ first: String, _ second: String? = nil, _ third: String? = nil) -> String {
    var label = ""
    label.reserveCapacity(
        name.utf8.count + first.utf8.count + (second?.utf8.count ?? 0) + (third?.utf8.count ?? 0) + 4)
    label += name
    label += "["
    label += first
    if let second {
        label += ","
        label += second
    }
    if let third {
        label += ","
        label += third
    }
    label += "]"
    return label
}
