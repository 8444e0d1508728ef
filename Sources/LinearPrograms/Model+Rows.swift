// SPDX-License-Identifier: GPL-3.0-or-later

// One overload for each number of indices: Swift wants a label after a variadic argument, and the condition has none.
extension Model {
    /// Adds a requirement, named by a sentence that a planner would say.
    ///
    /// The row's sides are the condition's with every constant brought to the right.
    @discardableResult
    public mutating func require<M: Unit>(_ sentence: String, _ condition: Condition<M>) -> Row {
        add(condition, RowName(sentence: sentence))
    }

    /// Adds a requirement of which there is one for each `a`.
    @discardableResult
    public mutating func require<M: Unit>(
        _ sentence: String, _ a: some RowIndex, _ condition: Condition<M>
    ) -> Row {
        add(condition, RowName(sentence: sentence, a))
    }

    /// Adds a requirement of which there is one for each `a` and `b`.
    @discardableResult
    public mutating func require<M: Unit>(
        _ sentence: String, _ a: some RowIndex, _ b: some RowIndex, _ condition: Condition<M>
    ) -> Row {
        add(condition, RowName(sentence: sentence, a, b))
    }

    /// Adds a requirement of which there is one for each `a`, `b` and `c`.
    @discardableResult
    public mutating func require<M: Unit>(
        _ sentence: String, _ a: some RowIndex, _ b: some RowIndex, _ c: some RowIndex,
        _ condition: Condition<M>
    ) -> Row {
        require(sentence, indices: [a, b, c], condition)
    }

    /// Adds a requirement of which there is one for each `a`, `b`, `c` and `d`.
    @discardableResult
    public mutating func require<M: Unit>(
        _ sentence: String, _ a: some RowIndex, _ b: some RowIndex, _ c: some RowIndex, _ d: some RowIndex,
        _ condition: Condition<M>
    ) -> Row {
        require(sentence, indices: [a, b, c, d], condition)
    }

    /// Adds a requirement named by a sentence and any number of indices.
    @discardableResult
    public mutating func require<M: Unit>(
        _ sentence: String, indices: [any RowIndex], _ condition: Condition<M>
    ) -> Row {
        add(condition, RowName(sentence: sentence, indices: indices))
    }

    private mutating func add<M: Unit>(_ condition: Condition<M>, _ name: RowName) -> Row {
        program.addRow(condition.form, lower: condition.lower, upper: condition.upper, name)
    }
}
