import Foundation

/// `.ipynb` files of nbformat 4.
public enum NotebookFile {
    /// Reads a notebook.
    ///
    /// - Parameter name: what errors call the file.
    public static func read(_ bytes: [UInt8], name: String) throws(NotebookFileError) -> NotebookDocument {
        func fail(_ reason: String) -> NotebookFileError { NotebookFileError(file: name, reason: reason) }
        let json: JSON
        do { json = try JSONParser.parse(bytes) } catch { throw fail("this is no notebook: \(error)") }
        guard let root = json.object else { throw fail("this is no notebook: it is not a JSON object") }
        let major = root["nbformat"]?.int ?? 0
        guard major == 4 else {
            throw fail(
                root["nbformat"] == nil
                    ? "this is no notebook: it does not say its nbformat"
                    : "notebooks of nbformat \(major) are not read; `jupyter nbconvert --to notebook` brings it to 4")
        }
        guard let cells = root["cells"]?.array else { throw fail("this is no notebook: it has no list of cells") }
        var document = NotebookDocument(metadata: root["metadata"]?.object ?? JSONObject())
        for (index, cell) in cells.enumerated() {
            guard let cell = cell.object, let kind = cell["cell_type"]?.string,
                DocumentCell.Kind(rawValue: kind) != nil, cell["source"]?.text != nil
            else { throw fail("cell \(index + 1) is neither code, Markdown nor raw text") }
            document.cells.append(DocumentCell(json: cell))
        }
        document.version = (major, root["nbformat_minor"]?.int ?? 0)
        document.order = root.members.map(\.name)
        for (name, value) in root.members where !NotebookDocument.usualOrder.contains(name) {
            document.others[name] = value
        }
        document.style = JSONStyle(of: bytes)
        return document
    }

    /// The notebook as a file's text. Cells get ids where nbformat asks for them (from 4.5).
    public static func write(_ document: NotebookDocument) -> String {
        var cells = document.cells
        if document.version.minor >= 5 {
            let ids = CellIdentifiers.complete(cells)
            for index in cells.indices where cells[index].id == nil { cells[index].insertID(ids[index]) }
        }
        var root = JSONObject()
        for name in document.order + NotebookDocument.usualOrder where root[name] == nil {
            switch name {
            case "cells": root[name] = .array(cells.map { .object($0.json) })
            case "metadata": root[name] = .object(document.metadata)
            case "nbformat": root[name] = .number(document.version.major)
            case "nbformat_minor": root[name] = .number(document.version.minor)
            default: root[name] = document.others[name]
            }
        }
        return JSON.object(root).written(document.style)
    }
}

/// Ids for cells that have none.
enum CellIdentifiers {
    /// The id of each cell: its own, else one made from its text, the same at each saving.
    static func complete(_ cells: [DocumentCell]) -> [String] {
        var taken = Set(cells.compactMap(\.id))
        return cells.map { cell in
            if let id = cell.id { return id }
            let id = made(from: cell.source)
            var unique = id
            var copy = 2
            while !taken.insert(unique).inserted {
                unique = "\(id)-\(copy)"
                copy += 1
            }
            return unique
        }
    }

    /// Eight hexadecimal digits (32-bit FNV-1a of the text), which look like Jupyter's own.
    static func made(from source: String) -> String {
        let hash = source.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension DocumentCell {
    /// Sets an id at its alphabetical place, as Jupyter sorts members.
    fileprivate mutating func insertID(_ id: String) {
        var members = json.members
        let place = members.firstIndex { $0.name > "id" } ?? members.count
        members.insert(("id", .string(id)), at: place)
        json = JSONObject(members: members)
    }
}

extension NotebookDocument {
    /// Opens a notebook by its suffix: `.ipynb`, else a percent script.
    public static func open(_ path: String) throws(NotebookFileError) -> NotebookDocument {
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw NotebookFileError(file: path, reason: Self.reason(path))
        }
        if path.hasSuffix(".ipynb") { return try NotebookFile.read(bytes, name: path) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw NotebookFileError(file: path, reason: "it is not UTF-8 text")
        }
        return PercentScript.read(text)
    }

    /// Writes a notebook by its suffix, whole or not at all.
    public func write(to path: String) throws(NotebookFileError) {
        let text = path.hasSuffix(".ipynb") ? NotebookFile.write(self) : PercentScript.write(self)
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw NotebookFileError(
                file: path, reason: "it cannot be written: \((error as NSError).localizedDescription)")
        }
    }

    private static func reason(_ path: String) -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return "there is no such file"
        }
        return isFolder.boolValue ? "it is a folder" : "it cannot be read"
    }
}
