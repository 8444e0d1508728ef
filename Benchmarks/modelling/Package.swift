// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

// Apart from the project's own package, so that building and testing that one builds none of this.
let package = Package(
    name: "modelling-benchmark",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "footprint", path: "../..")],
    targets: [
        // The floor: the same model straight into GLPK's own functions, in C.
        .executableTarget(name: "floor", linkerSettings: [.linkedLibrary("glpk")]),
        .target(name: "Scaling"),
        .executableTarget(
            name: "transport",
            dependencies: [
                "Scaling",
                .product(name: "LinearPrograms", package: "footprint"),
                .product(name: "GLPKSolver", package: "footprint"),
            ]),
        .executableTarget(
            name: "published",
            dependencies: [
                .product(name: "LinearPrograms", package: "footprint"),
                .product(name: "LinearProgramsTesting", package: "footprint"),
                .product(name: "GLPKSolver", package: "footprint"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
