package io.holdfast.training.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.TribuoFeatures;
import io.holdfast.scoring.table.NumberText;
import java.util.List;
import org.tribuo.data.columnar.ColumnarFeature;
import org.tribuo.data.columnar.FieldProcessor;

/** A number, held inside the training range and scaled; where it is missing, an indicator, since to Tribuo nothing is zero. */
final class NumberField implements FieldProcessor {
    private final String column;
    private final NumberCoding coding;
    private final NumberScale scale;
    private final boolean missingIndicator;
    private final boolean flat;

    NumberField(String column, NumberCoding coding, NumberScale scale, boolean missingIndicator, boolean flat) {
        this.column = column;
        this.coding = coding;
        this.scale = scale;
        this.missingIndicator = missingIndicator;
        this.flat = flat;
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
        double value = flat ? 0 : scale.of(coding.clamp(NumberText.parse(text)));
        return List.of(new ColumnarFeature(TribuoFeatures.numberName(column), value));
    }

    @Override
    public GeneratedFeatureType getFeatureType() {
        return GeneratedFeatureType.REAL;
    }

    @Override
    public FieldProcessor copy(String newFieldName) {
        return new NumberField(newFieldName, coding, scale, missingIndicator, flat);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new ConfiguredObjectProvenanceImpl(this, "FieldProcessor");
    }
}
