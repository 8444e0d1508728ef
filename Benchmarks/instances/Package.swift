// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

// A package of its own, so that building the project does not build it.
let package = Package(
    name: "instances",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "footprint", path: "../..")],
    targets: [
        .executableTarget(name: "load", dependencies: [.product(name: "FootprintInstances", package: "footprint")])
    ],
    swiftLanguageModes: [.v6]
)
