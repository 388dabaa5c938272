package io.holdfast.scoring.model;

import io.holdfast.scoring.model.proto.AdditiveModelProtos.AdditiveModelProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.AxisProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.CategoryCodingProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.FactProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.LinearTermProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.ModelInputProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.NumberCodingProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.TableTermProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.TermProto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Translates model parts to and from their wire form; every check beyond syntax is the parts' own. */
final class AdditiveModelWire {
    private AdditiveModelWire() {}

    static AdditiveModelProto write(AdditiveParts parts) {
        AdditiveModelProto.Builder proto = AdditiveModelProto.newBuilder()
                .setName(parts.name())
                .setPositiveLabel(parts.positiveLabel())
                .setNegativeLabel(parts.negativeLabel())
                .setIntercept(parts.intercept());
        parts.orderedFacts()
                .forEach((key, value) ->
                        proto.addFacts(FactProto.newBuilder().setKey(key).setValue(value)));
        parts.inputs().forEach(input -> proto.addInputs(write(input)));
        parts.terms().forEach(term -> proto.addTerms(write(term)));
        return proto.build();
    }

    static AdditiveParts read(AdditiveModelProto proto) {
        Map<String, String> facts = new LinkedHashMap<>();
        proto.getFactsList().forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
        List<ModelInput> inputs =
                proto.getInputsList().stream().map(AdditiveModelWire::read).toList();
        List<Term> terms =
                proto.getTermsList().stream().map(AdditiveModelWire::read).toList();
        return new AdditiveParts(
                proto.getName(),
                proto.getPositiveLabel(),
                proto.getNegativeLabel(),
                proto.getIntercept(),
                inputs,
                terms,
                facts);
    }

    private static ModelInputProto write(ModelInput input) {
        ModelInputProto.Builder proto = ModelInputProto.newBuilder().setName(input.name());
        if (input.coding() instanceof NumberCoding number) {
            proto.setNumber(NumberCodingProto.newBuilder()
                    .addAllCuts(number.cuts())
                    .setLowest(number.lowest())
                    .setHighest(number.highest()));
        } else if (input.coding() instanceof CategoryCoding category) {
            proto.setCategory(CategoryCodingProto.newBuilder().addAllLevels(category.levels()));
        }
        return proto.build();
    }

    private static ModelInput read(ModelInputProto proto) {
        return switch (proto.getCodingCase()) {
            case NUMBER ->
                new ModelInput(
                        proto.getName(),
                        new NumberCoding(
                                proto.getNumber().getCutsList(),
                                proto.getNumber().getLowest(),
                                proto.getNumber().getHighest()));
            case CATEGORY ->
                new ModelInput(
                        proto.getName(), new CategoryCoding(proto.getCategory().getLevelsList()));
            case CODING_NOT_SET ->
                throw new IllegalArgumentException("input '" + proto.getName()
                        + "' has no coding that this software knows (expected: number or category)");
        };
    }

    private static TermProto write(Term term) {
        TermProto.Builder proto = TermProto.newBuilder();
        if (term instanceof LinearTerm linear) {
            proto.setLinear(LinearTermProto.newBuilder()
                    .setInput(linear.input())
                    .setSlope(linear.slope())
                    .setCentre(linear.centre())
                    .setMissing(linear.missing()));
        } else if (term instanceof TableTerm table) {
            TableTermProto.Builder cells = TableTermProto.newBuilder();
            for (TableAxis axis : table.axes()) {
                AxisProto.Builder side = AxisProto.newBuilder().setInput(axis.input());
                for (int bin = 0; bin < axis.bins(); bin++) {
                    side.addCells(axis.cell(bin));
                }
                cells.addAxes(side);
            }
            for (double value : table.values()) {
                cells.addValues(value);
            }
            proto.setTable(cells);
        } else if (term instanceof ForestTerm forest) {
            proto.setForest(ForestWire.write(forest));
        }
        return proto.build();
    }

    static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Term read(TermProto proto) {
        return switch (proto.getTermCase()) {
            case LINEAR ->
                new LinearTerm(
                        proto.getLinear().getInput(),
                        proto.getLinear().getSlope(),
                        proto.getLinear().getCentre(),
                        proto.getLinear().getMissing());
            case TABLE ->
                new TableTerm(
                        proto.getTable().getAxesList().stream()
                                .map(axis -> new TableAxis(axis.getInput(), axis.getCellsList()))
                                .toList(),
                        doubles(proto.getTable().getValuesList()));
            case FOREST -> ForestWire.read(proto.getForest());
            case TERM_NOT_SET ->
                throw new IllegalArgumentException(
                        "a term of a kind that this software does not know (expected: linear, table or forest)");
        };
    }
}
