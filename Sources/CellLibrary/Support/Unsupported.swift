import CellRuntime

extension Interpreter {
    /// Refuses arguments that have no effect here: each is to be `None` or what is named beside it.
    func refuse(_ function: String, _ arguments: (name: String, value: Value)...) throws(Raise) {
        for (name, value) in arguments where !value.isNone {
            throw .notImplemented("\(function)(\(name)=…) is not supported: leave \(name) out")
        }
    }
}

/// A parameter that takes the devices that there are.
struct DeviceArgument: CellConvertible {
    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> DeviceArgument {
        let name = value.isNone ? "cpu" : try place.cell.str(value)
        guard name.hasPrefix("cpu") else {
            throw .runtimeError("there is no device \(name) here: leave \(place.parameter) out, or give 'cpu'")
        }
        return DeviceArgument()
    }
    static var cellTypeName: String { "device" }
}

extension Keywords {
    /// Refuses what a function does not know; what only concerns drawing on paper, such as `figsize`, may be given.
    func onlyDrawing(_ function: String) throws(Raise) {
        let drawing = ["figsize", "dpi", "cmap", "norm_dec", "plot_txt"]
        guard let other = entries.first(where: { !drawing.contains($0.name) }) else { return }
        throw .typeError("\(function)() got an unexpected keyword argument '\(other.name)'")
    }
}
