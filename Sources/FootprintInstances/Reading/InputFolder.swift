// SPDX-License-Identifier: GPL-3.0-or-later

import Crypto
import Foundation

/// The folder of an instance: reads its files whole and keeps the hash of each.
struct InputFolder {
    private let root: URL
    private let resolvedRoot: String
    private(set) var inputFiles: [InputFile] = []

    /// The bytes of the largest table that is kept as text: England's zones are 2.4 MB.
    static let largestTable = 16 << 20
    /// The bytes of the largest travel table, which is numbers from the start: England's is 16 MB.
    static let largestTravel = 128 << 20

    init(_ root: URL) {
        self.root = root
        resolvedRoot = root.resolvingSymlinksInPath().standardizedFileURL.path
    }

    /// A fault of the folder itself, which no file can be read without.
    func fault() -> Fault? {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isDirectory) else {
            return Fault(file: root.path, fault: "There is no such folder.", fix: "Give the folder that holds footprint.yaml.")
        }
        guard isDirectory.boolValue else {
            return Fault(file: root.path, fault: "This is not a folder.", fix: "Give the folder that holds footprint.yaml.")
        }
        return nil
    }

    /// What is wrong with a folder of tables, which is listed before its files are read.
    func fault(inFolder name: String) -> Fault? {
        guard contains(name) else { return nil }
        let resolved = root.appendingPathComponent(name).resolvingSymlinksInPath().standardizedFileURL.path
        guard resolved.hasPrefix(resolvedRoot + "/") else {
            return Fault(file: name, fault: "The link leads out of the instance's folder.", fix: "Put the folder itself in its place.")
        }
        return nil
    }

    /// The CSV files of a folder of tables, without those that spreadsheets keep beside an open one.
    func tableNames(inFolder name: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(name).path)) ?? []
        return names.filter { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") && !$0.hasPrefix("~") }.sorted()
    }

    /// Whether there is anything of this name, were it only a link that leads nowhere.
    func contains(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: root.appendingPathComponent(path).path)) != nil
    }

    /// Reads a file.
    /// - Parameters:
    ///   - limit: refused before reading when it is larger.
    ///   - missing: what to do when it is not there.
    mutating func read(_ path: String, limit: Int, missing: String) throws(Fault) -> [UInt8] {
        let url = root.appendingPathComponent(path)
        let resolved = url.resolvingSymlinksInPath().standardizedFileURL
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: resolved.path)
        } catch {
            throw Fault(file: path, fault: "The file is missing.", fix: missing)
        }
        let type = attributes[.type] as? FileAttributeType
        // What is left of a link once it has been followed as far as it goes.
        guard type != .typeSymbolicLink else {
            throw Fault(file: path, fault: "The link leads nowhere.", fix: "Put the file itself in the folder.")
        }
        // A folder is handed from one reader to the next; what it says must not depend on the rest of a machine.
        guard resolved.path.hasPrefix(resolvedRoot + "/") else {
            throw Fault(file: path, fault: "The link leads out of the instance's folder.", fix: "Put the file itself in the folder.")
        }
        switch type {
        case .some(.typeRegular): break
        case .some(.typeDirectory):
            throw Fault(file: path, fault: "This is a folder.", fix: "Put a file of this name in its place.")
        default: throw Fault(file: path, fault: "This is not an ordinary file.", fix: "Put a file of this name in its place.")
        }
        let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        guard size <= limit else {
            throw Fault(file: path, fault: "The file is larger than \(limit >> 20) MB.", fix: "Check that this is the file it is named for.")
        }
        let data: Data
        do {
            data = try Data(contentsOf: resolved, options: .mappedIfSafe)
        } catch {
            throw Fault(file: path, fault: "The file cannot be read.", fix: "Check its permissions and the disk.")
        }
        let digest = SHA256.hash(data: data).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        inputFiles.append(InputFile(path: path, sha256: digest, bytes: data.count))
        return [UInt8](data)
    }
}
