// SPDX-License-Identifier: GPL-3.0-or-later

/// The members of a set that variables are indexed by, in a fixed order: sites, zones, grades.
///
/// The elements are of the caller's own types, so that `flow[site, zone]` for `flow[zone, site]` does not compile.
/// Small identifiers (a number or a short code) make the quickest look-ups.
public struct Members<Element: Hashable & Sendable>: Sendable {
    @usableFromInline let elements: [Element]
    @usableFromInline let positions: [Element: Int]

    /// The members, in order.
    /// - Precondition: no element occurs twice; two variables would share one name.
    public init(_ elements: some Sequence<Element>) {
        self.elements = Array(elements)
        positions = Dictionary(
            zip(self.elements, 0...),
            uniquingKeysWith: { first, second in
                preconditionFailure("the member at place \(second) is already at place \(first) of its set")
            })
    }

    /// The element's place from zero; nil where it is not a member.
    @inlinable public func position(of element: Element) -> Int? { positions[element] }

    @inlinable public func contains(_ element: Element) -> Bool { positions[element] != nil }
}

extension Members: RandomAccessCollection {
    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { elements.count }
    @inlinable public subscript(position: Int) -> Element { elements[position] }
}

extension Members: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension Members where Element: CaseIterable {
    /// Every case of an enumeration.
    public static var all: Self { .init(Array(Element.allCases)) }
}
