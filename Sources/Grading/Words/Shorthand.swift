/// What people write for short, and words written apart or together.
enum Shorthand {
    /// A word, or what stands for it.
    static func expand(_ word: String) -> [String]? { table[word] }

    /// Two words in a row that are one.
    static func join(_ first: String, _ second: String) -> String? { joined[first]?[second] }

    private static let table: [String: [String]] = {
        var result: [String: [String]] = [:]
        for line in abbreviations.split(separator: "\n") {
            let parts = line.split(separator: "=", omittingEmptySubsequences: false)
            let meaning = parts[1].split(separator: " ").map(String.init)
            for word in parts[0].split(separator: " ") { result[String(word)] = meaning }
        }
        return result
    }()

    private static let abbreviations = """
        dont=do not
        doesnt=does not
        didnt=did not
        cant=can not
        cannot=can not
        couldnt=could not
        wouldnt=would not
        shouldnt=should not
        wont=will not
        isnt=is not
        arent=are not
        wasnt=was not
        werent=were not
        hasnt=has not
        havent=have not
        hadnt=had not
        neednt=need not
        aint=is not
        nope nah=no
        yep yeah yup ya=yes
        its=it is
        thats=that is
        theres=there is
        whats=what is
        nn nns ann anns=neural network
        cnn cnns dnn dnns rnn=neural network
        dl=deep learning
        ml=machine learning
        cv=computer vision
        val=validation
        param params=parameter
        hyperparam hyperparams=hyperparameter
        lr=learning rate
        img imgs pic pics=picture
        acc=accuracy
        algo algos=algorithm
        func funcs fn fns fct=function
        optim=optimizer
        bc cuz cos coz bcs bcz=because
        u=you
        ur=your
        r=are
        n=and
        diff=different
        approx=approximate
        max=maximum
        min=minimum
        pred preds=prediction
        arch archs=architecture
        prob probs=problem
        ppl=people
        temp=temperature
        vs=versus
        info=information
        recsys=recommendation system
        classif=classification
        regr=regression
        config=configuration
        calc calcs=calculation
        comp=computer
        w=with
        wo=without
        abt=about
        bw btw=between
        eg ie etc=
        specs spec=specification
        nlp=language
        """

    private static let joined: [String: [String: String]] = {
        var result: [String: [String: String]] = [:]
        for word in compounds.split(separator: "\n") {
            let parts = word.split(separator: " ").map(String.init)
            result[parts[0], default: [:]][parts[1]] = parts[0] + parts[1]
        }
        return result
    }()

    private static let compounds = """
        data set
        data sets
        data base
        over fit
        over fits
        over fitting
        over fitted
        under fitting
        hyper parameter
        hyper parameters
        fine tune
        fine tuned
        fine tuning
        pre train
        pre trained
        pre training
        time series
        black box
        key words
        no one
        x ray
        x rays
        re train
        re trained
        """
}
