// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

let package = Package(
    name: "footprint",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "footprint", targets: ["footprint"]),
        .library(name: "LinearPrograms", targets: ["LinearPrograms"]),
        .library(name: "GLPKSolver", targets: ["GLPKSolver"]),
        .library(name: "FootprintInstances", targets: ["FootprintInstances"]),
        .library(name: "FootprintModels", targets: ["FootprintModels"]),
        .library(name: "FootprintAnalysis", targets: ["FootprintAnalysis"]),
        .library(name: "LinearProgramsTesting", targets: ["LinearProgramsTesting"]),
    ],
    dependencies: [
        // Commands, options, help and completion.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SHA-256 of every input file, so that a result can be traced to what it was made from.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // footprint.yaml.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // Whole numbers of any size, for checking an optimum without rounding.
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    ],
    targets: [
        // GLPK itself, as Debian's libglpk-dev installs it. Only GLPKShim may use it.
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        // One C function per whole solve; the only code that calls GLPK.
        .target(name: "GLPKShim", dependencies: ["CGLPK"], linkerSettings: [.linkedLibrary("glpk")]),
        // The modelling layer. Knows nothing of health or of GLPK.
        .target(name: "LinearPrograms", dependencies: ["BigInt"]),
        // What any solver of linear programs must get right, and checks of what it answered.
        .target(name: "LinearProgramsTesting", dependencies: ["LinearPrograms"]),
        // Validate, load, solve, read.
        .target(name: "GLPKSolver", dependencies: ["GLPKShim", "LinearPrograms"]),
        // The schema of an instance, its loader and its provenance.
        .target(
            name: "FootprintInstances",
            dependencies: ["Yams", .product(name: "Crypto", package: "swift-crypto")]),
        // The model families: formulate and interpret.
        .target(name: "FootprintModels", dependencies: ["FootprintInstances", "LinearPrograms"]),
        // The questions asked of a family.
        .target(name: "FootprintAnalysis", dependencies: ["FootprintModels", "GLPKSolver"]),
        // What a person or a program is shown.
        .target(name: "FootprintReports", dependencies: ["FootprintAnalysis"]),
        // Arguments in, exit code out.
        .executableTarget(
            name: "footprint",
            dependencies: [
                "FootprintReports",
                "GLPKSolver",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // What several test targets use: where files are, small systems, and stock glpsol.
        .target(
            name: "TestSupport", dependencies: ["FootprintInstances", "FootprintModels", "LinearProgramsTesting"], path: "Tests/TestSupport"),
        .testTarget(name: "LinearProgramsTests", dependencies: ["LinearPrograms", "LinearProgramsTesting"]),
        .testTarget(name: "GLPKSolverTests", dependencies: ["GLPKSolver", "LinearProgramsTesting", "TestSupport"]),
        .testTarget(name: "FootprintInstancesTests", dependencies: ["FootprintInstances"]),
        .testTarget(
            name: "FootprintModelsTests", dependencies: ["FootprintModels", "GLPKSolver", "LinearProgramsTesting", "TestSupport"]),
        .testTarget(
            name: "FootprintAnalysisTests",
            dependencies: ["FootprintAnalysis", "GLPKSolver", "LinearProgramsTesting", "TestSupport"]),
        .testTarget(name: "FootprintReportsTests", dependencies: ["FootprintReports", "TestSupport"]),
        // Runs the built program as a process.
        .testTarget(name: "CommandTests", dependencies: ["footprint"]),
    ],
    swiftLanguageModes: [.v6]
)
