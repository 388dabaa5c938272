package io.holdfast.scoring.model;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.oracle.labs.mlrg.olcut.util.Pair;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.AdditiveModelProto;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;

/**
 * The one class of published models: log-odds of the positive label = intercept + the sum of one contribution per input
 * column. A Tribuo {@code Model<Label>}; its serialised form names no class but this one and holds no path, host or time.
 *
 * <p>Immutable and thread-safe; give every thread its own {@link CodedRow}.
 */
public final class AdditiveModel extends Model<Label> {
    /** Version of the serialised form. */
    public static final int CURRENT_VERSION = 0;

    private static final long serialVersionUID = 1L;

    private final transient AdditiveParts parts;
    private final transient Term[] terms;
    private final transient TribuoFeatures features;

    /** Builds a model from its parts, which must fit each other ({@link AdditiveParts} says how). */
    public AdditiveModel(AdditiveParts parts) {
        this(parts, TribuoDomain.provenance(parts));
    }

    private AdditiveModel(AdditiveParts parts, ModelProvenance provenance) {
        super(parts.name(), provenance, TribuoDomain.features(parts), TribuoDomain.labels(parts), true);
        this.parts = parts;
        this.terms = parts.terms().toArray(Term[]::new);
        this.features = new TribuoFeatures(parts.inputs());
    }

    /**
     * A model that, as long as it is in memory, says how a Tribuo trainer made it; its serialised form does not.
     *
     * @param provenance of dataset and trainer
     */
    public static AdditiveModel trainedBy(AdditiveParts parts, ModelProvenance provenance) {
        return new AdditiveModel(parts, provenance);
    }

    /** Log-odds of a customer whose columns are drawn independently from the training rows. */
    public double intercept() {
        return parts.intercept();
    }

    /** The input columns, in the order of all arrays of contributions. */
    public List<ModelInput> inputs() {
        return parts.inputs();
    }

    /** The terms, in the order in which they are summed. */
    public List<Term> terms() {
        return parts.terms();
    }

    /** The label whose log-odds the model gives. */
    public String positiveLabel() {
        return parts.positiveLabel();
    }

    /** The other label. */
    public String negativeLabel() {
        return parts.negativeLabel();
    }

    /** How the model came about: trainer, settings, seed, digest of the training table; ordered by key. */
    public SortedMap<String, String> facts() {
        return new TreeMap<>(parts.facts());
    }

    /** Position of an input by name; empty when the model has no such input. */
    public Optional<Integer> input(String name) {
        return IntStream.range(0, inputs().size())
                .filter(i -> inputs().get(i).name().equals(name))
                .boxed()
                .findFirst();
    }

    /** A row of this model's inputs, all missing. */
    public CodedRow newRow() {
        return new CodedRow(inputs());
    }

    /**
     * The log-odds of a row, and what every input contributed to it.
     *
     * @param row made by {@link #newRow()} of this model
     * @param contributions overwritten with one number (log-odds) per input; its length is the number of inputs
     * @return intercept + contributions, summed in the order of the inputs
     */
    public double logOdds(CodedRow row, double[] contributions) {
        Arrays.fill(contributions, 0);
        for (Term term : terms) {
            term.addTo(contributions, row);
        }
        double sum = parts.intercept();
        for (double contribution : contributions) {
            sum += contribution;
        }
        return sum;
    }

    /**
     * The probability that belongs to log-odds; StrictMath, so equal on every JDK.
     *
     * @return 0 to 1; exactly 1 above about 37, where a double cannot tell it from 1, exactly 0 below about -709
     */
    public static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /**
     * What {@link #logOdds} says of an example whose features are named as {@link TribuoFeatures} does. An absent column is
     * missing, an unknown level of a known column is unseen.
     *
     * @throws IllegalArgumentException when no feature belongs to a column of the model, or one column has two levels
     */
    @Override
    public Prediction<Label> predict(Example<Label> example) {
        CodedRow row = newRow();
        int used = features.fill(example, row);
        if (used == 0) {
            throw new IllegalArgumentException("No features found in Example " + example.toString());
        }
        double positive = probability(logOdds(row, new double[inputs().size()]));
        Map<String, Label> scores = new LinkedHashMap<>();
        Label negativeLabel = new Label(parts.negativeLabel(), 1 - positive);
        Label positiveLabel = new Label(parts.positiveLabel(), positive);
        scores.put(negativeLabel.getLabel(), negativeLabel);
        scores.put(positiveLabel.getLabel(), positiveLabel);
        return new Prediction<>(positive > 0.5 ? positiveLabel : negativeLabel, scores, used, example, true);
    }

    /** Columns (not one-hot features) by the largest contribution they can make to the positive label's log-odds. */
    @Override
    public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
        double[] reach = new double[inputs().size()];
        for (Term term : terms) {
            for (int input : term.inputs()) {
                reach[input] += term.reach(input, inputs());
            }
        }
        return Map.of(parts.positiveLabel(), strongest(reach, n < 0 ? reach.length : n));
    }

    /** The exact contribution of every column to the positive label's log-odds. */
    @Override
    public Optional<Excuse<Label>> getExcuse(Example<Label> example) {
        Prediction<Label> prediction = predict(example);
        CodedRow row = newRow();
        features.fill(example, row);
        double[] contributions = new double[inputs().size()];
        logOdds(row, contributions);
        return Optional.of(new Excuse<>(
                example, prediction, Map.of(parts.positiveLabel(), strongest(contributions, contributions.length))));
    }

    private List<Pair<String, Double>> strongest(double[] values, int n) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -StrictMath.abs(values[i])))
                .limit(n)
                .map(i -> new Pair<>(inputs().get(i).name(), values[i]))
                .toList();
    }

    @Override
    protected AdditiveModel copy(String newName, ModelProvenance newProvenance) {
        return new AdditiveModel(parts.named(newName), newProvenance);
    }

    /**
     * Not possible: the name is part of what is published.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public void setName(String newName) {
        throw new UnsupportedOperationException("a published model keeps its name");
    }

    private Object writeReplace() throws NotSerializableException {
        throw new NotSerializableException("models are stored as protobuf, never by Java serialisation");
    }

    private Object readResolve() throws InvalidObjectException {
        throw new InvalidObjectException("models are stored as protobuf, never by Java serialisation");
    }

    @Override
    public ModelProto serialize() {
        return ModelProto.newBuilder()
                .setVersion(CURRENT_VERSION)
                .setClassName(AdditiveModel.class.getName())
                .setSerializedData(Any.pack(AdditiveModelWire.write(parts)))
                .build();
    }

    /**
     * Called by Tribuo on loading.
     *
     * @throws InvalidProtocolBufferException when the message is not this model's
     * @throws IllegalArgumentException when the version is unknown or the parts do not fit each other
     */
    public static AdditiveModel deserializeFromProto(int version, String className, Any message)
            throws InvalidProtocolBufferException {
        if (version != CURRENT_VERSION) {
            throw new IllegalArgumentException("model of version " + version + " (expected: " + CURRENT_VERSION
                    + ", the one this software reads)");
        }
        return new AdditiveModel(AdditiveModelWire.read(message.unpack(AdditiveModelProto.class)));
    }
}
