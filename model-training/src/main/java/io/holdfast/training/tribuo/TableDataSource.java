package io.holdfast.training.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.impl.SkeletalConfiguredObjectProvenance;
import io.holdfast.training.data.TrainingTable;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.tribuo.ConfigurableDataSource;
import org.tribuo.Example;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.ConfiguredDataSourceProvenance;

/**
 * Some rows of a table as Tribuo examples, in the order given, so that any Tribuo trainer can learn from them; their weights have mean 1. The examples read the table whenever their
 * features are asked for and hold none, so that many of them take little memory.
 */
public final class TableDataSource implements ConfigurableDataSource<Label> {
    private final RowFeatures features;
    private final int[] rows;
    private final double[] weights;
    private final TrainingTable table;
    private final Label positive;
    private final Label negative;

    /** @param rows to give, each one example */
    public TableDataSource(TrainingTable table, int[] rows, TableEncoding encoding) {
        this.table = table;
        this.features = new RowFeatures(table, encoding);
        this.rows = rows.clone();
        this.weights = table.weights().meanOne(rows);
        this.positive = new Label(table.positiveLabel());
        this.negative = new Label(table.negativeLabel());
    }

    @Override
    public Iterator<Example<Label>> iterator() {
        return IntStream.range(0, rows.length).mapToObj(this::example).iterator();
    }

    private Example<Label> example(int i) {
        return new RowExample(features, rows[i], table.positive(rows[i]) ? positive : negative, (float) weights[i]);
    }

    @Override
    public OutputFactory<Label> getOutputFactory() {
        return new LabelFactory();
    }

    @Override
    public ConfiguredDataSourceProvenance getProvenance() {
        return new TableProvenance(this);
    }

    @Override
    public String toString() {
        return "TableDataSource(rows=" + rows.length + ")";
    }

    /** Says nothing of the file: a published model states the table's digest instead. */
    private static final class TableProvenance extends SkeletalConfiguredObjectProvenance
            implements ConfiguredDataSourceProvenance {
        private static final long serialVersionUID = 1L;

        TableProvenance(TableDataSource host) {
            super(host, "DataSource");
        }
    }
}
