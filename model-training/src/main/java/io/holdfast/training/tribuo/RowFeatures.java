package io.holdfast.training.tribuo;

import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.TribuoFeatures;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.LevelColumn;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.TrainingTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tribuo.Feature;

/** What each row of a table is to Tribuo: at most one feature a column, in the order of their names. Immutable. */
final class RowFeatures {
    /** By name, which is how Tribuo wants them; a feature that is the same in every row is made once. */
    private static final Comparator<Feature> BY_NAME = Comparator.comparing(Feature::getName);

    private final List<Field> fields = new ArrayList<>();

    RowFeatures(TrainingTable table, TableEncoding encoding) {
        for (int input = 0; input < encoding.inputs().size(); input++) {
            FeatureColumn column = table.features().get(input);
            ModelInput as = encoding.inputs().get(input);
            if (!column.name().equals(as.name())) {
                throw new IllegalArgumentException("input " + input + ": " + as.name() + " (expected: " + column.name()
                        + ", the column of the table)");
            }
            fields.add(
                    column instanceof NumberColumn numbers
                            ? new NumberField(numbers, (NumberCoding) as.coding(), encoding)
                            : new LevelField((LevelColumn) column, (CategoryCoding) as.coding(), encoding));
        }
    }

    /** The features of a row. */
    List<Feature> of(int row) {
        List<Feature> features = new ArrayList<>(fields.size());
        for (Field field : fields) {
            field.addTo(features, row);
        }
        features.sort(BY_NAME);
        return features;
    }

    /** How many features a row has. */
    int size(int row) {
        int size = 0;
        for (Field field : fields) {
            size += field.has(row) ? 1 : 0;
        }
        return size;
    }

    /** One column. */
    private abstract static sealed class Field {
        private final FeatureColumn column;
        private final boolean missingIndicator;
        private final Feature missing;

        Field(FeatureColumn column, TableEncoding encoding) {
            this.column = column;
            this.missingIndicator = encoding.missingIndicators();
            this.missing = new Feature(TableEncoding.missingName(column.name()), 1);
        }

        final boolean has(int row) {
            return missingIndicator || !column.missing(row);
        }

        final void addTo(List<Feature> features, int row) {
            if (!column.missing(row)) {
                features.add(known(row));
            } else if (missingIndicator) {
                features.add(missing);
            }
        }

        abstract Feature known(int row);
    }

    /** A number, held inside the training range and scaled; where it is missing, an indicator, since to Tribuo nothing is zero. */
    private static final class NumberField extends Field {
        private final NumberColumn column;
        private final NumberCoding coding;
        private final NumberScale scale;
        private final boolean flat;
        private final String name;

        NumberField(NumberColumn column, NumberCoding coding, TableEncoding encoding) {
            super(column, encoding);
            this.column = column;
            this.coding = coding;
            this.scale = encoding.scale(column.name());
            this.flat = encoding.flat(column.name());
            this.name = TribuoFeatures.numberName(column.name());
        }

        @Override
        Feature known(int row) {
            return new Feature(name, flat ? 0 : scale.of(coding.clamp(column.value(row))));
        }
    }

    /** A category or flag: one indicator for its level, for all rare levels together, or for a missing value. */
    private static final class LevelField extends Field {
        private final LevelColumn column;
        private final Feature[] ofCode;

        LevelField(LevelColumn column, CategoryCoding coding, TableEncoding encoding) {
            super(column, encoding);
            this.column = column;
            Feature rare = new Feature(TableEncoding.rareName(column.name()), 1);
            this.ofCode = column.levels().stream()
                    .map(level -> coding.bin(level) == Coding.RARE
                            ? rare
                            : new Feature(TribuoFeatures.levelName(column.name(), level), 1))
                    .toArray(Feature[]::new);
        }

        @Override
        Feature known(int row) {
            return ofCode[column.code(row)];
        }
    }
}
