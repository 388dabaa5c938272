package io.holdfast.training.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.TribuoFeatures;
import java.util.List;
import org.tribuo.data.columnar.ColumnarFeature;
import org.tribuo.data.columnar.FieldProcessor;

/** A category or flag: one indicator for its level, for all rare levels together, or for a missing value. */
final class LevelField implements FieldProcessor {
    private final String column;
    private final CategoryCoding coding;
    private final boolean missingIndicator;

    LevelField(String column, CategoryCoding coding, boolean missingIndicator) {
        this.column = column;
        this.coding = coding;
        this.missingIndicator = missingIndicator;
    }

    @Override
    public String getFieldName() {
        return column;
    }

    @Override
    public List<ColumnarFeature> process(String text) {
        if (text.equals(CellText.MISSING)) {
            return missingIndicator ? List.of(new ColumnarFeature(TableEncoding.missingName(column), 1)) : List.of();
        }
        String level = CellText.unquoted(text);
        String name = coding.bin(level) == Coding.RARE
                ? TableEncoding.rareName(column)
                : TribuoFeatures.levelName(column, level);
        return List.of(new ColumnarFeature(name, 1));
    }

    @Override
    public GeneratedFeatureType getFeatureType() {
        return GeneratedFeatureType.CATEGORICAL;
    }

    @Override
    public FieldProcessor copy(String newFieldName) {
        return new LevelField(newFieldName, coding, missingIndicator);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new ConfiguredObjectProvenanceImpl(this, "FieldProcessor");
    }
}
