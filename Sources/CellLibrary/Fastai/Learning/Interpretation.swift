import CellRuntime
import DataBlocks
import Display
import Tensors
import Training

/// fastai's `ClassificationInterpretation`.
final class InterpretationObject: Object, NativeObject {
    let interpretation: ClassificationInterpretation

    init(_ interpretation: ClassificationInterpretation) {
        self.interpretation = interpretation
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<InterpretationObject>(
        "ClassificationInterpretation", module: "fastai.interpret", doc: "What a classifier gets right and wrong."
    ) {
        ClassFunction(
            "from_learner", doc: "Looks at a learner's validation set.", Parameter("learn", LearnerObject.self),
            Parameter("ds_idx", Int.self, default: 1), Parameter("dl", LoaderArgument?.self, default: nil),
            Parameter("act", Value.self, default: .none)
        ) { _, cell, object, set, loader, activation in
            try cell.refuse("from_learner", ("act", activation))
            let chosen = try loader?.loader ?? object.ordered(training: set == 0)
            return InterpretationObject(try ClassificationInterpretation(object.learner, loader: chosen))
        }
        Method<InterpretationObject>("confusion_matrix", doc: "How often each class (row) was predicted as each.") {
            object, _ in
            let matrix = object.interpretation.confusionMatrix
            return ArrayObject(try Tensor(matrix.flatMap(\.self), shape: [matrix.count, matrix.count]))
        }
        Method<InterpretationObject>(
            "plot_confusion_matrix", doc: "Draws the confusion matrix.",
            Parameter("normalize", Bool.self, default: false),
            Parameter("title", String.self, default: "Confusion matrix"), Parameter("options", Keywords.self)
        ) { object, cell, normalised, title, options in
            try options.onlyDrawing("plot_confusion_matrix")
            cell.display(.plot(object.interpretation.confusionPlot(normalised: normalised, title: title)))
        }
        Method<InterpretationObject>(
            "most_confused", doc: "Pairs of classes taken for each other, most often first.",
            Parameter("min_val", Int.self, default: 1)
        ) { object, _, least in
            Value.list(
                object.interpretation.mostConfused(atLeast: least).map {
                    .tuple([.string($0.actual), .string($0.predicted), .int($0.count)])
                })
        }
        Method<InterpretationObject>(
            "top_losses", doc: "Losses and positions of the items that went worst.",
            Parameter("k", Int?.self, default: nil),
            Parameter("largest", Bool.self, default: true), Parameter("items", Bool.self, default: false)
        ) { object, cell, count, largest, withItems in
            let top = try object.interpretation.topLosses(count, largest: largest)
            var parts: [Value] = [
                .object(TensorObject(try Tensor(top.map { Float($0.loss) }))),
                .object(TensorObject(try Tensor(top.map(\.index)))),
            ]
            if withItems { parts.append(try cell.L(top.map { try object.file($0.index, cell) })) }
            return Value.tuple(parts)
        }
        Method<InterpretationObject>(
            "plot_top_losses", doc: "Shows the items that went worst: prediction/actual/loss/probability.",
            Parameter("k", Int.self, doc: "How many."), Parameter("largest", Bool.self, default: true),
            Parameter("nrows", Int?.self, default: nil), Parameter("ncols", Int?.self, default: nil),
            Parameter("options", Keywords.self)
        ) { object, cell, count, largest, rows, columns, options in
            try options.onlyDrawing("plot_top_losses")
            let top = try object.interpretation.topLosses(max(1, count), largest: largest)
            let wanted = columns ?? rows.map { (top.count + $0 - 1) / max(1, $0) } ?? min(3, top.count)
            var items: [PictureSheet.Item] = []
            for (_, index) in top {
                let picture = try object.set().sources[index].picture().thumbnail(within: .init(320)).withAlpha()
                items.append(
                    .init(
                        width: picture.width, height: picture.height, pixels: picture.pixels,
                        caption: try object.interpretation.caption(index)))
            }
            cell.display(.output("Prediction/Actual/Loss/Probability\n"))
            cell.display(.pictures(PictureSheet(items: items, columns: max(1, wanted))))
        }
        Method<InterpretationObject>("print_classification_report", doc: "Precision and recall by class.") {
            object, cell in
            cell.display(.output(object.interpretation.report()))
        }
        Property<InterpretationObject>("vocab", doc: "The classes.") { object, _ in object.interpretation.classes }
        Method<InterpretationObject>("__repr__") { object, _ in
            "<interpretation of \(object.interpretation.loader.itemCount) items>"
        }
    }.type

    private func set() throws(Raise) -> PictureSet {
        guard let pictures = interpretation.loader as? PictureLoader else {
            throw .notImplemented("plot_top_losses is for pictures")
        }
        return pictures.set
    }

    private func file(_ index: Int, _ cell: Interpreter) throws(Raise) -> Value {
        let source = try set().sources[index]
        if case .file(let path) = source { return try cell.path(path) }
        return .string(source.name)
    }
}
