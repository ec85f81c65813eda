import CellRuntime
import Tensors

/// `torch.nn.functional`: layers without weights of their own, and losses.
enum FunctionalModule {
    static let module = NativeModule("torch.nn.functional", doc: "Layers without weights of their own, and losses.") {
        methods
        losses
        layers
    }

    private static var methods: [Member] {
        ["relu", "sigmoid", "tanh", "softmax", "log_softmax"].compactMap { name in
            TensorObject.declaration.lookup(name).map { Constant(name, $0) }
        }
    }

    /// How the losses of single items become one number, with libtorch's numbers.
    private static func reduction(_ name: String) throws(Raise) -> Argument {
        switch name {
        case "none": .int(0)
        case "mean": .int(1)
        case "sum": .int(2)
        default: throw .valueError("\(name) is not a valid value for reduction")
        }
    }

    @MembersBuilder private static var losses: [Member] {
        Function(
            "cross_entropy", doc: "-log of the probability that logits give the right class.",
            Parameter("input", Tensor.self),
            Parameter("target", Tensor.self), Parameter("weight", Tensor?.self, default: nil),
            Parameter("reduction", String.self, default: "mean"), Parameter("label_smoothing", Double.self, default: 0)
        ) { _, logits, target, weight, how, smoothing in
            try Tensor.call(
                "aten::cross_entropy_loss", .tensor(logits), .tensor(target), .optional(weight), reduction(how),
                .int(-100),
                .double(smoothing))
        }
        Function(
            "nll_loss", doc: "-log probabilities of the right classes.", Parameter("input", Tensor.self),
            Parameter("target", Tensor.self), Parameter("reduction", String.self, default: "mean")
        ) { _, logarithms, target, how in
            try Tensor.call(
                "aten::nll_loss_nd", .tensor(logarithms), .tensor(target), .none, reduction(how), .int(-100))
        }
        pair("mse_loss", "aten::mse_loss", "The mean of the squared differences.")
        pair("l1_loss", "aten::l1_loss", "The mean of the differences without signs.")
        weighted(
            "binary_cross_entropy", "aten::binary_cross_entropy",
            "-log of the probability of the right one of two answers.")
        Function(
            "binary_cross_entropy_with_logits", doc: "Binary cross-entropy of sigmoids.",
            Parameter("input", Tensor.self),
            Parameter("target", Tensor.self), Parameter("weight", Tensor?.self, default: nil),
            Parameter("reduction", String.self, default: "mean")
        ) { _, input, target, weight, how in
            try Tensor.call(
                "aten::binary_cross_entropy_with_logits", .tensor(input), .tensor(target), .optional(weight), .none,
                reduction(how))
        }
    }

    @MembersBuilder private static var layers: [Member] {
        Function(
            "linear", doc: "x @ weight.T + bias", Parameter("input", Tensor.self), Parameter("weight", Tensor.self),
            Parameter("bias", Tensor?.self, default: nil)
        ) { _, input, weight, bias in
            try Tensor.call("aten::linear", .tensor(input), .tensor(weight), .optional(bias))
        }
        Function(
            "conv2d", doc: "A small window of weights slid over pictures.", Parameter("input", Tensor.self),
            Parameter("weight", Tensor.self), Parameter("bias", Tensor?.self, default: nil),
            Parameter("stride", Dimensions.self, default: Dimensions(list: [1])),
            Parameter("padding", Dimensions.self, default: Dimensions(list: [0])),
            Parameter("dilation", Dimensions.self, default: Dimensions(list: [1])),
            Parameter("groups", Int.self, default: 1)
        ) { _, input, weight, bias, stride, padding, dilation, groups in
            try Tensor.call(
                "aten::conv2d", .tensor(input), .tensor(weight), .optional(bias), .ints(stride.pair),
                .ints(padding.pair),
                .ints(dilation.pair), .int(groups))
        }
        Function(
            "max_pool2d", doc: "The greatest value of each window.", Parameter("input", Tensor.self),
            Parameter("kernel_size", Dimensions.self), Parameter("stride", Dimensions?.self, default: nil),
            Parameter("padding", Dimensions.self, default: Dimensions(list: [0]))
        ) { _, input, kernel, stride, padding in
            try Tensor.call(
                "aten::max_pool2d", .tensor(input), .ints(kernel.pair), .ints((stride ?? kernel).pair),
                .ints(padding.pair))
        }
        Function(
            "avg_pool2d", doc: "The mean of each window.", Parameter("input", Tensor.self),
            Parameter("kernel_size", Dimensions.self), Parameter("stride", Dimensions?.self, default: nil)
        ) { _, input, kernel, stride in
            try Tensor.call("aten::avg_pool2d", .tensor(input), .ints(kernel.pair), .ints((stride ?? kernel).pair))
        }
        Function(
            "dropout", doc: "0 in place of some values at random, the others made larger.",
            Parameter("input", Tensor.self),
            Parameter("p", Double.self, default: 0.5), Parameter("training", Bool.self, default: true)
        ) { _, input, probability, training in
            try Tensor.call("aten::dropout", .tensor(input), .double(probability), .bool(training))
        }
        Function(
            "one_hot", doc: "A 1 at the place of each class, else 0.", Parameter("tensor", Tensor.self),
            Parameter("num_classes", Int.self, default: -1)
        ) { _, tensor, classes in try Tensor.call("aten::one_hot", .tensor(tensor), .int(classes)) }
        Function(
            "pad", doc: "Values put around a tensor: before and after, last dimension first.",
            Parameter("input", Tensor.self),
            Parameter("pad", [Int].self), Parameter("mode", String.self, default: "constant"),
            Parameter("value", Double.self, default: 0)
        ) { _, input, widths, mode, value in
            guard mode == "constant" else {
                switch (mode, widths.count) {
                case ("reflect", 4): return try Tensor.call("aten::reflection_pad2d", .tensor(input), .ints(widths))
                case ("replicate", 4): return try Tensor.call("aten::replication_pad2d", .tensor(input), .ints(widths))
                default:
                    throw Raise.notImplemented("pad with mode '\(mode)' and \(widths.count) widths is not supported")
                }
            }
            return try Tensor.call("aten::constant_pad_nd", .tensor(input), .ints(widths), .double(value))
        }
        activation("leaky_relu", "aten::leaky_relu", "Small values in place of negative ones.")
        activation("elu", "aten::elu", "exp(x) - 1 in place of negative values.")
        activation("gelu", "aten::gelu", "x times the normal distribution of x.")
        activation("silu", "aten::silu", "x times sigmoid(x).")
        activation("softplus", "aten::softplus", "log(1 + exp(x))")
    }

    private static func pair(_ name: String, _ symbol: StaticString, _ doc: String) -> Member {
        Function(
            name, doc: doc, Parameter("input", Tensor.self), Parameter("target", Tensor.self),
            Parameter("reduction", String.self, default: "mean")
        ) { _, input, target, how in try Tensor.call(symbol, .tensor(input), .tensor(target), reduction(how)) }
    }

    private static func weighted(_ name: String, _ symbol: StaticString, _ doc: String) -> Member {
        Function(
            name, doc: doc, Parameter("input", Tensor.self), Parameter("target", Tensor.self),
            Parameter("weight", Tensor?.self, default: nil), Parameter("reduction", String.self, default: "mean")
        ) { _, input, target, weight, how in
            try Tensor.call(symbol, .tensor(input), .tensor(target), .optional(weight), reduction(how))
        }
    }

    private static func activation(_ name: String, _ symbol: StaticString, _ doc: String) -> Member {
        Function(name, doc: doc, Parameter("input", Tensor.self)) { _, input in try Tensor.call(symbol, .tensor(input))
        }
    }
}

extension Dimensions {
    /// Height and width.
    var pair: [Int] { list.count == 1 ? [list[0], list[0]] : list }
}
