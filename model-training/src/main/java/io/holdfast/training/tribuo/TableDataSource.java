package io.holdfast.training.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.impl.SkeletalConfiguredObjectProvenance;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.TrainingTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.data.columnar.ColumnarDataSource;
import org.tribuo.data.columnar.ColumnarIterator;
import org.tribuo.provenance.ConfiguredDataSourceProvenance;

/** Some rows of a table as Tribuo examples, in the order given, so that any Tribuo trainer can learn from them; their weights have mean 1. */
public final class TableDataSource extends ColumnarDataSource<Label> {
    private final TrainingTable table;
    private final int[] rows;
    private final double[] weights;

    /** @param rows to give, each one example */
    public TableDataSource(TrainingTable table, int[] rows, TableEncoding encoding) {
        super(
                new LabelFactory(),
                encoding.processor(
                        table.description().label().name(), !table.weights().even()),
                true);
        this.table = table;
        this.rows = rows.clone();
        this.weights = table.weights().meanOne(rows);
    }

    @Override
    protected ColumnarIterator rowIterator() {
        return new Rows();
    }

    @Override
    public ConfiguredDataSourceProvenance getProvenance() {
        return new TableProvenance(this);
    }

    @Override
    public String toString() {
        return "TableDataSource(rows=" + rows.length + ")";
    }

    private final class Rows extends ColumnarIterator {
        private int next;

        Rows() {
            List<String> names = new ArrayList<>();
            table.features().forEach(feature -> names.add(feature.name()));
            names.add(table.description().label().name());
            if (!table.weights().even()) {
                names.add(TableEncoding.WEIGHT);
            }
            fields = List.copyOf(names);
        }

        @Override
        protected Optional<Row> getRow() {
            if (next == rows.length) {
                return Optional.empty();
            }
            float weight = (float) weights[next];
            int row = rows[next++];
            Map<String, String> cells = new HashMap<>();
            for (FeatureColumn feature : table.features()) {
                cells.put(feature.name(), CellText.of(feature, row));
            }
            String label = table.positive(row) ? table.positiveLabel() : table.negativeLabel();
            cells.put(table.description().label().name(), CellText.quoted(label));
            if (!table.weights().even()) {
                cells.put(TableEncoding.WEIGHT, Float.toString(weight));
            }
            return Optional.of(new Row(row, fields, cells));
        }
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
