package io.holdfast.serving.wire;

import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.score.AlreadyLeft;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.ProfilingObjection;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.serving.answer.CustomerQuery;
import io.holdfast.serving.snapshot.CustomerSnapshot;
import io.holdfast.serving.snapshot.Match;
import io.holdfast.serving.snapshot.SnapshotRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks one customer of a request up in a snapshot.
 *
 * @param index position in the request
 */
record SnapshotQuery(CustomerSnapshot snapshot, int index) {
    private static final Refusal NOT_FOUND = new Refusal(
            "not_found",
            "",
            LocalizedText.of(
                    "The snapshot has no such customer: not known by its day, or not at risk (expected: an id of the feature"
                            + " table, or options.snapshot: false and all features).",
                    "快照中没有该客户：截至快照日期尚不存在，或不在风险范围内（应为：特征表中的编号，或 options.snapshot: false 并给出全部特征）。"));

    private static final Refusal AMBIGUOUS = new Refusal(
            "ambiguous_id",
            "",
            LocalizedText.of(
                    "In the snapshot the id is one customer's unit and another customer (expected: the id of a unit that no"
                            + " other customer has).",
                    "快照中该编号既是某客户的一个单元，又是另一客户的编号（应为：不与其他客户编号重复的单元编号）。"));

    private static final Refusal SEVERAL_UNITS = new Refusal(
            "several_units",
            "",
            LocalizedText.of(
                    "The customer has several units, so it is not clear whose values the features replace (expected: the id of"
                            + " one unit, or no features).",
                    "该客户有多个单元，无法确定 features 替换的是哪一个的数值（应为：一个单元的编号，或不给出 features）。"));

    private static final Refusal OTHER_DAY = new Refusal(
            "as_of_conflict",
            "",
            LocalizedText.of(
                    "The snapshot is as of another day (expected: no asOf, or the day of the snapshot that /v1/model states).",
                    "快照的数据日期与此不同（应为：不给出 asOf，或与 /v1/model 所示快照日期一致）。"));

    CustomerQuery of(CustomerInput.Typed customer, Optional<LocalDate> day) {
        Optional<LocalDate> stated = customer.asOf().or(() -> day);
        if (stated.isPresent() && !stated.get().equals(snapshot.asOf())) {
            String pointer = customer.asOf().isPresent() ? pointer(AsOf.FIELD) : Pointer.option(AsOf.FIELD);
            return refused(customer, OTHER_DAY, pointer);
        }
        Match match = snapshot.find(customer.id());
        if (match instanceof Match.Found found) {
            return found(customer, found.rows());
        }
        if (match instanceof Match.Objected) {
            return new CustomerQuery.Barred(
                    customer.id(), ProfilingObjection.REFUSAL, pointer(CustomerReader.CUSTOMER_ID));
        }
        if (match instanceof Match.Left) {
            return new CustomerQuery.Barred(customer.id(), AlreadyLeft.REFUSAL, pointer(CustomerReader.CUSTOMER_ID));
        }
        return refused(
                customer,
                match instanceof Match.Ambiguous ? AMBIGUOUS : NOT_FOUND,
                pointer(CustomerReader.CUSTOMER_ID));
    }

    private CustomerQuery found(CustomerInput.Typed customer, List<SnapshotRow> rows) {
        if (rows.size() > 1 && customer.values().areGiven()) {
            return refused(customer, SEVERAL_UNITS, pointer(CustomerReader.FEATURES));
        }
        List<CustomerRecord> units = new ArrayList<>();
        try {
            for (SnapshotRow row : rows) {
                units.add(customer.values().record(row, snapshot.asOf()));
            }
        } catch (RefusedException e) {
            return refused(customer, e.refusal(), pointer(CustomerReader.FEATURES));
        }
        return new CustomerQuery.Legible(
                customer.id(), units, snapshot.hasUnits(), rows.get(0).owner());
    }

    private CustomerQuery refused(CustomerInput.Typed customer, Refusal refusal, String pointer) {
        return new CustomerQuery.Illegible(Optional.of(customer.id()), refusal, pointer);
    }

    private String pointer(String field) {
        return Pointer.customer(index, field);
    }
}
