package io.holdfast.training.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl;
import java.util.List;
import java.util.Optional;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.data.columnar.ResponseProcessor;

/** The label as it stands in the table; Tribuo's own processors change its case or invent one where it is missing. */
final class ChurnResponse implements ResponseProcessor<Label> {
    private final LabelFactory labels = new LabelFactory();
    private final String column;

    ChurnResponse(String column) {
        this.column = column;
    }

    @Override
    public OutputFactory<Label> getOutputFactory() {
        return labels;
    }

    @Override
    public List<String> getFieldNames() {
        return List.of(column);
    }

    @Override
    public Optional<Label> process(List<String> values) {
        return process(values.get(0));
    }

    @Override
    @Deprecated
    public Optional<Label> process(String value) {
        String label = CellText.unquoted(value);
        return Optional.of(new Label(label));
    }

    @Override
    @Deprecated
    public String getFieldName() {
        return column;
    }

    @Override
    @Deprecated
    public void setFieldName(String fieldName) {
        throw new UnsupportedOperationException("the label's column is fixed");
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new ConfiguredObjectProvenanceImpl(this, "ResponseProcessor");
    }
}
