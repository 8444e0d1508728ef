// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

// Times the solving of the family staffing; run by run.py.
let package = Package(
    name: "staffing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "footprint", path: "../..")],
    targets: [
        .executableTarget(
            name: "staffing",
            dependencies: [
                .product(name: "FootprintAnalysis", package: "footprint"),
                .product(name: "FootprintModels", package: "footprint"),
                .product(name: "FootprintInstances", package: "footprint"),
                .product(name: "GLPKSolver", package: "footprint"),
                .product(name: "LinearPrograms", package: "footprint"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
