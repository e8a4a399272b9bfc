using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>The words that name an operation, and the words beside them that make a name say something else.</summary>
/// <remarks>Plain sets, never changed: immutable ones take longer to fill than a thousand files take to search.</remarks>
internal static class Vocabulary
{
    /// <summary>
    /// What the words of the two operations are; <c>corr</c> is not among them, because alone among other words it is mostly a correction.
    /// </summary>
    public static Dictionary<string, OperationWord> Operations { get; } =
        new[]
        {
            new OperationWord("convolve", OperationKind.Convolution, WordForm.Verb, false, "correlate"),
            new OperationWord("convolves", OperationKind.Convolution, WordForm.Verb, false, "correlates"),
            new OperationWord("convolving", OperationKind.Convolution, WordForm.Verb, false, "correlating"),
            new OperationWord("convolved", OperationKind.Convolution, WordForm.Verb, false, "correlated"),
            new OperationWord("convolute", OperationKind.Convolution, WordForm.Verb, false, "correlate"),
            new OperationWord("convoluted", OperationKind.Convolution, WordForm.Verb, false, "correlated"),
            new OperationWord("convolucion", OperationKind.Convolution, WordForm.Noun, false, "correlacion"),
            new OperationWord("convolución", OperationKind.Convolution, WordForm.Noun, false, "correlación"),
            new OperationWord("convolucao", OperationKind.Convolution, WordForm.Noun, false, "correlacao"),
            new OperationWord("convolução", OperationKind.Convolution, WordForm.Noun, false, "correlação"),
            new OperationWord("convoluzione", OperationKind.Convolution, WordForm.Noun, false, "correlazione"),
            new OperationWord("convoluer", OperationKind.Convolution, WordForm.Verb, false, null),
            new OperationWord("faltung", OperationKind.Convolution, WordForm.Noun, false, "korrelation"),
            new OperationWord("pconv", OperationKind.Convolution, WordForm.Abbreviation, false, null),
            new OperationWord("convolution", OperationKind.Convolution, WordForm.Noun, false, "correlation"),
            new OperationWord("convolutions", OperationKind.Convolution, WordForm.Noun, false, "correlations"),
            new OperationWord("conv", OperationKind.Convolution, WordForm.Abbreviation, false, "corr"),
            new OperationWord("fftconv", OperationKind.Convolution, WordForm.Abbreviation, false, "fftcorr"),
            new OperationWord("fftconvolve", OperationKind.Convolution, WordForm.Verb, false, "fftcorrelate"),
            new OperationWord("correlate", OperationKind.Correlation, WordForm.Verb, false, "convolve"),
            new OperationWord("correlates", OperationKind.Correlation, WordForm.Verb, false, "convolves"),
            new OperationWord("correlating", OperationKind.Correlation, WordForm.Verb, false, "convolving"),
            new OperationWord("correlated", OperationKind.Correlation, WordForm.Verb, false, "convolved"),
            new OperationWord("correlation", OperationKind.Correlation, WordForm.Noun, false, "convolution"),
            new OperationWord("correlations", OperationKind.Correlation, WordForm.Noun, false, "convolutions"),
            new OperationWord("fftcorrelate", OperationKind.Correlation, WordForm.Verb, false, "fftconvolve"),
            new OperationWord("xcorr", OperationKind.Correlation, WordForm.Abbreviation, true, "conv"),
            new OperationWord("xcorrelate", OperationKind.Correlation, WordForm.Verb, true, "convolve"),
            new OperationWord("xcorrelation", OperationKind.Correlation, WordForm.Noun, true, "convolution"),
            new OperationWord("crosscorr", OperationKind.Correlation, WordForm.Abbreviation, true, "conv"),
            new OperationWord("crosscorrelate", OperationKind.Correlation, WordForm.Verb, true, "convolve"),
            new OperationWord("crosscorrelated", OperationKind.Correlation, WordForm.Verb, true, "convolved"),
            new OperationWord("crosscorrelation", OperationKind.Correlation, WordForm.Noun, true, "convolution"),
            new OperationWord("crosscorrelations", OperationKind.Correlation, WordForm.Noun, true, "convolutions"),
        }.ToDictionary(word => word.Text, StringComparer.Ordinal);

    /// <summary>The word that is one only where nothing, or <c>cross</c>, stands beside it.</summary>
    public static OperationWord Corr { get; } = new("corr", OperationKind.Correlation, WordForm.Abbreviation, false, "conv");

    /// <summary>
    /// Wherever they stand, the name is about something else: a statistic, another operation, a reversal that is said, a sentence, an
    /// identity.
    /// </summary>
    public static HashSet<string> Elsewhere { get; } =
        Words(
            // Statistics, and scores that are normalised.
            "pearson spearman kendall rank statistic statistics statistical stat stats partial serial phase canonical "
                + "autocorrelation normalized normalised normalize normalise norm ncc zncc znorm",
            // Operations that are something else on purpose.
            "auto self de un non not no inter intra pre post transpose transposed transposition backward backwards back backprop "
                + "backpropagate backpropagation bwd grad grads gradient gradients",
            "derivative derivatives adjoint inverse invert inverted inv undo remove",
            // Names that say the reversal.
            "flip flips flipped flipping unflipped reverse reverses reversed reversal rotate rotated rotation rot mirror mirrored",
            // Sentences about an operation, and questions.
            "test tests tested tester testing should must throw throws when if benchmark benchmarks bench example examples demo "
                + "demos vs versus against compare compared compares comparison is are was has can",
            "use uses enable enabled disable disabled support supports equal equals match matches agree agrees work works return "
                + "returns given expect expected expects verify verifies assert check checks validate",
            // Identities of requests, and logs.
            "id ids guid uuid token tokens request requests response responses header headers http trace tracing log logs logger "
                + "logging event events message messages scope accessor middleware correlator",
            // What makes, keeps or shows an object.
            "create creates make build builds builder init initialize initialise configure register load save parse print show "
                + "plot draw dump exception"
        );

    /// <summary>After any form they make it a measure or a choice: <c>convolvedLength</c>, <c>ConvolveMode</c>.</summary>
    public static HashSet<string> Measures { get; } =
        Words(
            "size sizes width height length lengths len radius radii count counts index indices name names type types mode modes "
                + "kind kinds method methods param params parameter parameters option options setting settings",
            "config configuration info helper helpers extension extensions util utils utility utilities factor factors time timer "
                + "duration cost lag lags delay shift offset offsets step stride strides padding pad threshold",
            "peak peaks max min maximum minimum best score scores level key keys context manager provider factory service handler "
                + "state status flag flags code number error errors delta deltas order dimension dimensions dim dims shape"
        );

    /// <summary>
    /// After a noun they make it a thing: <c>ConvolutionKernel</c>, <c>convBuffer</c>, <c>CorrelationMatrix</c>. After a verb they are what
    /// is convolved.
    /// </summary>
    public static HashSet<string> Things { get; } =
        Words(
            "kernel kernels matrix matrices filter filters mask masks buffer buffers weight weights layer layers table tables "
                + "vector window windows input inputs in source src coefficient coefficients coeff coeffs coef distance",
            "significance sample samples bias biases block blocks channel channels object node nodes module modules net nets "
                + "network networks model models processor engine operator effect plan job task thread pool cache stream path file",
            "attribute property instance interface class struct delegate callback args arguments argument encoder decoder function "
                + "func string text data set map group pair pairs tensor template pattern"
        );

    /// <summary>Before a correlation they make it a statistic.</summary>
    public static HashSet<string> StatisticsBefore { get; } =
        Words("sample samples coefficient coefficients matrix distance asset portfolio return returns price implied");

    /// <summary>Beside <c>conv</c> they make it a conversion.</summary>
    public static HashSet<string> Conversions { get; } =
        Words("to from into str string int bool char date unit units currency rate base utf value values");

    /// <summary>In front of <c>ConvolutionFilter</c> and the like they make it an act again.</summary>
    public static HashSet<string> Acts { get; } = Words("apply applies do perform run execute process");

    /// <summary>What an act is done with.</summary>
    public static HashSet<string> Tools { get; } = Words("filter kernel matrix mask effect");

    private static HashSet<string> Words(params string[] lists) => new(lists.SelectMany(list => list.Split(' ')), StringComparer.Ordinal);
}
