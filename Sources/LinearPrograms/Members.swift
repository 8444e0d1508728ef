// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization

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

    /// Whether the element is a member.
    @inlinable public func contains(_ element: Element) -> Bool { positions[element] != nil }
}

extension Members: RandomAccessCollection {
    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { elements.count }
    // Both would be worked out by way of generic ranges, at fifty times the time.
    @inlinable public var count: Int { elements.count }
    @inlinable public var isEmpty: Bool { elements.isEmpty }
    @inlinable public subscript(position: Int) -> Element { elements[position] }
}

extension Members {
    /// What the members are called in the names of variables.
    var labels: MemberLabels { MemberLabels { [elements] in elements.map { String(describing: $0) } } }
}

/// What the members of a set are called: made together, when the first name is asked for.
final class MemberLabels: Sendable {
    private let make: @Sendable () -> [String]
    private let made = Mutex<[String]?>(nil)

    init(_ make: @escaping @Sendable () -> [String]) { self.make = make }

    subscript(place: Int) -> String {
        made.withLock { made in
            if let made { return made[place] }
            let labels = make()
            made = labels
            return labels[place]
        }
    }
}

extension Members: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension Members where Element: CaseIterable {
    /// Every case of an enumeration.
    public static var all: Self { .init(Array(Element.allCases)) }
}
