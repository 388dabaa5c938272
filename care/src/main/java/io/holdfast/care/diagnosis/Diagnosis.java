package io.holdfast.care.diagnosis;

import java.time.YearMonth;
import java.util.List;

/**
 * Why customers leave, as far as a month tells.
 *
 * @param month that it is about
 * @param customers of whom a decision stood in the month
 * @param cover whether these are those of the month before, so that changes are told
 * @param groups all three
 * @param tiers the most customers first, unknown and small ones together at the end
 * @param owners those of the groups, by employee or branch, the most of the groups first, small ones and those beyond twenty together at the end; empty where none is known
 * @param months up to this one, the latest last
 * @param agreements of each two kinds of evidence
 * @param care by cause, the commonest first
 * @param withoutData codes for which no evidence of any kind is there, in any month
 * @param fixes the most margin at stake first, or where the model is in doubt, those first that are stated or confirmed for the most customers
 * @param interviews by group and tier
 * @param notAsked customers of this month's groups who are held out or have refused contact, and so are not drawn
 * @param running whether the month is not over, so that its figures change
 */
public record Diagnosis(
        YearMonth month,
        Count customers,
        Cover cover,
        List<GroupLine> groups,
        List<SegmentLine> tiers,
        List<SegmentLine> owners,
        List<MonthLine> months,
        List<Agreement> agreements,
        List<CareLine> care,
        List<String> withoutData,
        List<Fix> fixes,
        List<Interviews> interviews,
        Count notAsked,
        boolean running) {
    /** Fewer customers than this are not shown alone. */
    public static final int FEWEST = 5;

    /** Whether the model agrees too little with customers or agents, so that what to mend goes by these alone. */
    public boolean isModelInDoubt() {
        return agreements.stream().anyMatch(Agreement::isModelInDoubt);
    }

    /** Keeps copies. */
    public Diagnosis {
        groups = List.copyOf(groups);
        tiers = List.copyOf(tiers);
        owners = List.copyOf(owners);
        months = List.copyOf(months);
        agreements = List.copyOf(agreements);
        care = List.copyOf(care);
        withoutData = List.copyOf(withoutData);
        fixes = List.copyOf(fixes);
        interviews = List.copyOf(interviews);
    }
}
