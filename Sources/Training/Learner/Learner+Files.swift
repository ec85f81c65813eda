import Display
import Foundation
import Layers
import Tensors

extension Learner {
    /// Where weights of that name lie: `models/NAME.pth` below the learner's path, or the path itself if absolute.
    public func weightFile(_ name: String) -> String {
        let file = name.hasSuffix(".pth") ? name : name + ".pth"
        if file.hasPrefix("/") { return file }
        return [path, modelFolder, file].joined(separator: "/")
    }

    /// Writes weights and, if there is one, the optimiser's state, as fastai's `learn.save` does.
    ///
    /// - Returns: The file's path.
    @discardableResult
    public func save(_ name: String, withOptimiser: Bool = true) throws -> String {
        let file = weightFile(name)
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        let weights = WeightValue(model.stateDict)
        guard withOptimiser, let optimiser else {
            try WeightFile.writePth(weights, to: file)
            return file
        }
        try WeightFile.writePth(
            .dictionary([.init(.string("model"), weights), .init(.string("opt"), optimiser.saved)]), to: file)
        return file
    }

    /// Reads weights and, if the file has it, the optimiser's state: files of ``save(_:withOptimiser:)``, of
    /// fastai's `learn.save`, and plain state dictionaries.
    ///
    /// - Throws: `WeightFileError` for what is no such file, `LayerError` for weights of another model; the
    ///   learner's own weights are unchanged then.
    public func load(_ name: String, withOptimiser: Bool = true, strict: Bool = true) throws {
        let file = weightFile(name)
        let optimiser = try readyOptimiser()
        let value = try WeightFile.read(file)
        try model.load(StateDict(value), strict: strict)
        guard withOptimiser else { return }
        if value["opt"].map(optimiser.restore) != true {
            let why = value["opt"] == nil ? "has no optimiser state" : "has the state of another optimiser"
            display(.message("\(file) \(why): the weights are loaded, the optimiser begins anew"))
        }
    }
}

extension Optimiser {
    /// Hyper-parameters and state as fastai's `opt.state_dict()` holds them.
    var saved: WeightValue {
        let states = self.states.flatMap { $0 }.map { state in
            var entries: [WeightValue.Entry] = []
            if !state.decays { entries.append(.init(.string("do_wd"), .bool(false))) }
            if state.alwaysTrains { entries.append(.init(.string("force_train"), .bool(true))) }
            if let average = state.average { entries.append(.init(.string("grad_avg"), .tensor(average))) }
            if let square = state.squareAverage { entries.append(.init(.string("sqr_avg"), .tensor(square))) }
            if state.step > 0 { entries.append(.init(.string("step"), .int(state.step))) }
            return WeightValue.dictionary(entries)
        }
        let hypers = self.hypers.map { group in
            WeightValue.dictionary(
                Hyper.allCases.compactMap { hyper in
                    group[hyper].map { .init(.string(hyper.rawValue), .double($0)) }
                })
        }
        return .dictionary([
            .init(.string("state"), .list(states)), .init(.string("hypers"), .list(hypers)),
        ])
    }

    /// Takes over a saved state.
    ///
    /// - Returns: False, with nothing changed, when it is not one of such parameters.
    func restore(_ saved: WeightValue) -> Bool {
        guard case .list(let saves)? = saved["state"], case .list(let groupSaves)? = saved["hypers"],
            groupSaves.count == groups.count, saves.count == groups.reduce(0, { $0 + $1.count })
        else { return false }
        let parameters = groups.flatMap { $0 }
        var restored: [ParameterState] = []
        for (parameter, save) in zip(parameters, saves) {
            guard let state = ParameterState(save, like: parameter) else { return false }
            restored.append(state)
        }
        var place = 0
        for group in groups.indices {
            for index in groups[group].indices {
                states[group][index] = restored[place]
                place += 1
            }
            for hyper in Hyper.allCases {
                if case .double(let value)? = groupSaves[group][hyper.rawValue] { hypers[group][hyper] = value }
            }
        }
        return true
    }
}

extension ParameterState {
    /// A saved state, its tensors in the parameter's memory order; nil when they have another shape.
    fileprivate init?(_ saved: WeightValue, like parameter: Tensor) {
        self.init()
        if case .bool(let flag)? = saved["do_wd"] { decays = flag }
        if case .bool(let flag)? = saved["force_train"] { alwaysTrains = flag }
        if case .int(let count)? = saved["step"] { step = count }
        func tensor(_ key: String) -> Tensor?? {
            guard case .tensor(let tensor)? = saved[key] else { return .some(nil) }
            guard tensor.shape == parameter.shape else { return nil }
            return try? withoutGradients { try parameter.detach().zerosLike().copy_(tensor) }
        }
        guard let average = tensor("grad_avg"), let square = tensor("sqr_avg") else { return nil }
        (self.average, squareAverage) = (average, square)
    }
}
