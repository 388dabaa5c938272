package io.holdfast.care.plan;

import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.scoring.model.AdditiveModel;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One customer, or one unit of a customer, as a plan sees it. Immutable. */
public final class PlanCustomer {
    private final String id;
    private final String unit;
    private final String household;
    private final String owner;
    private final double risk;
    private final double marginIfKept;
    private final double tierValue;
    private final @Nullable ValueTier lastTier;
    private final boolean lost;
    private final boolean objects;
    private final boolean departed;
    private final boolean optedOut;
    private final boolean engaged;
    private final boolean otherUnitEngaged;
    private final boolean heldOut;
    private final @Nullable Channel preferredChannel;
    private final Set<Channel> refusedChannels;
    private final Set<Channel> wrongChannels;
    private final Set<ServiceCase> serviceCases;
    private final Set<FiledRequest> filedRequests;
    private final List<CustomerReason> reasons;
    private final List<CustomerEvent> events;
    private final List<PastContact> contacts;
    private final List<PastContact> declined;
    private final Map<String, String> columns;

    private PlanCustomer(Builder given) {
        this.id = given.id;
        this.unit = given.unit;
        this.household = given.household;
        this.owner = given.owner;
        this.risk = given.risk;
        this.marginIfKept = given.marginIfKept;
        this.tierValue = given.tierValue;
        this.lastTier = given.lastTier;
        this.lost = given.lost;
        this.objects = given.objects;
        this.departed = given.departed;
        this.optedOut = given.optedOut;
        this.engaged = given.engaged;
        this.otherUnitEngaged = given.otherUnitEngaged;
        this.heldOut = given.heldOut;
        this.preferredChannel = given.preferredChannel;
        this.refusedChannels = Set.copyOf(given.refusedChannels);
        this.wrongChannels = Set.copyOf(given.wrongChannels);
        this.serviceCases = Set.copyOf(given.serviceCases);
        this.filedRequests = Set.copyOf(given.filedRequests);
        this.reasons = List.copyOf(given.reasons);
        this.events = List.copyOf(given.events);
        this.contacts = List.copyOf(given.contacts);
        this.declined = List.copyOf(given.declined);
        this.columns = Map.copyOf(given.columns);
    }

    /**
     * A customer of whom only the risk is known.
     *
     * @param id opaque, byte for byte
     * @param risk probability of leaving within the horizon; for a lost customer, of coming back unasked; 0 to 1
     */
    public static Builder of(String id, double risk) {
        return new Builder(id, risk);
    }

    /** A customer by the log-odds of leaving. */
    public static Builder ofLogOdds(String id, double logOdds) {
        return new Builder(id, AdditiveModel.probability(logOdds));
    }

    /** A customer who objects to profiling: has no risk. */
    public static PlanCustomer objecting(String id) {
        Builder builder = new Builder(id, 0);
        builder.objects = true;
        return builder.build();
    }

    /** A customer who had left before the values were taken: has no risk, and nothing but the unit is known. Who is to be won back has one, see {@link #lost}. */
    public static PlanCustomer departed(String id) {
        Builder builder = new Builder(id, 0);
        builder.departed = true;
        return builder.build();
    }

    /** The id, byte for byte. */
    public String id() {
        return id;
    }

    /** The line, policy or account; empty where the customer is the unit. */
    public String unit() {
        return unit;
    }

    /** Who shares one arm; empty if unknown, then the customer stands alone. */
    public String household() {
        return household;
    }

    /** The employee or branch; empty if unknown. */
    public String owner() {
        return owner;
    }

    /** Probability of leaving within the horizon; of a lost customer, of coming back unasked. */
    public double risk() {
        return risk;
    }

    /** Margin over the plan's value period if the customer stays or comes back; NaN if unknown. */
    public double marginIfKept() {
        return marginIfKept;
    }

    /** Contribution margin of the last 12 months, or what stands for it; by it tiers are cut. */
    public OptionalDouble tierValue() {
        return Double.isNaN(tierValue) ? OptionalDouble.empty() : OptionalDouble.of(tierValue);
    }

    /** The tier that holds whatever the value says; lost customers keep their last one. */
    public Optional<ValueTier> lastTier() {
        return Optional.ofNullable(lastTier);
    }

    /** Whether the customer has left. */
    public boolean lost() {
        return lost;
    }

    /** Whether the customer objects to profiling. */
    public boolean objects() {
        return objects;
    }

    /** Whether the customer had left before the values were taken, and so was not scored. */
    public boolean departed() {
        return departed;
    }

    /** Whether the customer wants no contact. */
    public boolean optedOut() {
        return optedOut;
    }

    /** Whether a decision of an earlier plan still stands for the customer. */
    public boolean engaged() {
        return engaged;
    }

    /** Whether a decision for care of an earlier plan still stands for another unit of the customer: then this one gets nothing but services. */
    public boolean otherUnitEngaged() {
        return otherUnitEngaged;
    }

    /** Whether the customer is known to stand on the held-out side, whatever the lot says now. */
    public boolean heldOut() {
        return heldOut;
    }

    /** The only channel the customer likes, if there is one. */
    public Optional<Channel> preferredChannel() {
        return Optional.ofNullable(preferredChannel);
    }

    /** Channels without consent. */
    public Set<Channel> refusedChannels() {
        return refusedChannels;
    }

    /** Channels that do not lead to the customer, since the number or address is another's. */
    public Set<Channel> wrongChannels() {
        return wrongChannels;
    }

    /** What makes the customer one who is always served. */
    public Set<ServiceCase> serviceCases() {
        return serviceCases;
    }

    /** Requests that forbid offers. */
    public Set<FiledRequest> filedRequests() {
        return filedRequests;
    }

    /** Settled, actionable reasons that raise the risk, the leading one first. */
    public List<CustomerReason> reasons() {
        return reasons;
    }

    /** What happened of late. */
    public List<CustomerEvent> events() {
        return events;
    }

    /** Contacts the company started, in any order. */
    public List<PastContact> contacts() {
        return contacts;
    }

    /** Actions the customer refused, each with the day, in any order. */
    public List<PastContact> declined() {
        return declined;
    }

    /** A cell by the name of its column; empty if there is none. */
    public String cell(String column) {
        return columns.getOrDefault(column, "");
    }

    /** A builder that starts from this customer. */
    public Builder toBuilder() {
        Builder builder = new Builder(id, risk);
        builder.unit = unit;
        builder.household = household;
        builder.owner = owner;
        builder.marginIfKept = marginIfKept;
        builder.tierValue = tierValue;
        builder.lastTier = lastTier;
        builder.lost = lost;
        builder.objects = objects;
        builder.departed = departed;
        builder.optedOut = optedOut;
        builder.engaged = engaged;
        builder.otherUnitEngaged = otherUnitEngaged;
        builder.heldOut = heldOut;
        builder.preferredChannel = preferredChannel;
        builder.refusedChannels.addAll(refusedChannels);
        builder.wrongChannels.addAll(wrongChannels);
        builder.serviceCases.addAll(serviceCases);
        builder.filedRequests.addAll(filedRequests);
        builder.reasons = reasons;
        builder.events = events;
        builder.contacts = contacts;
        builder.declined = declined;
        builder.columns = columns;
        return builder;
    }

    /** Collects what is known of a customer. */
    public static final class Builder {
        private final String id;
        private final double risk;
        private String unit = "";
        private String household = "";
        private String owner = "";
        private double marginIfKept = Double.NaN;
        private double tierValue = Double.NaN;
        private @Nullable ValueTier lastTier;
        private boolean lost;
        private boolean objects;
        private boolean departed;
        private boolean optedOut;
        private boolean engaged;
        private boolean otherUnitEngaged;
        private boolean heldOut;
        private @Nullable Channel preferredChannel;
        private final Set<Channel> refusedChannels = EnumSet.noneOf(Channel.class);
        private final Set<Channel> wrongChannels = EnumSet.noneOf(Channel.class);
        private final Set<ServiceCase> serviceCases = EnumSet.noneOf(ServiceCase.class);
        private final Set<FiledRequest> filedRequests = EnumSet.noneOf(FiledRequest.class);
        private List<CustomerReason> reasons = List.of();
        private List<CustomerEvent> events = List.of();
        private List<PastContact> contacts = List.of();
        private List<PastContact> declined = List.of();
        private Map<String, String> columns = Map.of();

        private Builder(String id, double risk) {
            if (!(risk >= 0 && risk <= 1)) {
                throw new IllegalArgumentException("risk: " + risk + " (expected: 0 to 1)");
            }
            this.id = id;
            this.risk = risk;
        }

        /** Sets the line, policy or account. */
        public Builder unit(String text) {
            this.unit = text;
            return this;
        }

        /** Sets who shares one arm. */
        public Builder household(String text) {
            this.household = text;
            return this;
        }

        /** Sets the employee or branch. */
        public Builder owner(String text) {
            this.owner = text;
            return this;
        }

        /** Sets the margin over the plan's value period if the customer stays or comes back, finite. */
        public Builder marginIfKept(double margin) {
            this.marginIfKept = finite("marginIfKept", margin);
            return this;
        }

        /** Sets the value by which tiers are cut, finite. */
        public Builder tierValue(double value) {
            this.tierValue = finite("tierValue", value);
            return this;
        }

        /** Sets the tier that holds whatever the value says. */
        public Builder lastTier(ValueTier tier) {
            this.lastTier = tier;
            return this;
        }

        /** Says that the customer has left; the risk is then the probability of coming back unasked. */
        public Builder lost() {
            this.lost = true;
            return this;
        }

        /** Says that the customer wants no contact. */
        public Builder optedOut() {
            this.optedOut = true;
            return this;
        }

        /** Says that a decision of an earlier plan still stands. */
        public Builder engaged() {
            this.engaged = true;
            return this;
        }

        /** Says that a decision for care of an earlier plan still stands for another unit of the customer. */
        public Builder otherUnitEngaged() {
            this.otherUnitEngaged = true;
            return this;
        }

        /** Says that the customer stands on the held-out side, whatever the lot says now. */
        public Builder heldOut() {
            this.heldOut = true;
            return this;
        }

        /** Sets the only channel the customer likes. */
        public Builder preferredChannel(Channel channel) {
            this.preferredChannel = channel;
            return this;
        }

        /** Adds a channel without consent. */
        public Builder refuses(Channel channel) {
            refusedChannels.add(channel);
            return this;
        }

        /** Adds a channel that does not lead to the customer. */
        public Builder isNotReachedBy(Channel channel) {
            wrongChannels.add(channel);
            return this;
        }

        /** Adds what makes the customer one who is always served. */
        public Builder serviceCase(ServiceCase open) {
            serviceCases.add(open);
            return this;
        }

        /** Adds a request that forbids offers. */
        public Builder filed(FiledRequest request) {
            filedRequests.add(request);
            return this;
        }

        /** Sets the settled, actionable reasons that raise the risk, the leading one first. */
        public Builder reasons(List<CustomerReason> leadingFirst) {
            this.reasons = leadingFirst;
            return this;
        }

        /** Sets what happened of late. */
        public Builder events(List<CustomerEvent> happened) {
            this.events = happened;
            return this;
        }

        /** Sets the contacts the company started. */
        public Builder contacts(List<PastContact> past) {
            this.contacts = past;
            return this;
        }

        /** Sets the actions the customer refused, each with the day. */
        public Builder declined(List<PastContact> past) {
            this.declined = past;
            return this;
        }

        /** Sets the cells that the playbook reads, by column. */
        public Builder columns(Map<String, String> cells) {
            this.columns = Map.copyOf(cells);
            return this;
        }

        /** The customer. */
        public PlanCustomer build() {
            return new PlanCustomer(this);
        }

        private static double finite(String name, double number) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(name + ": " + number + " (expected: finite)");
            }
            return number;
        }
    }
}
