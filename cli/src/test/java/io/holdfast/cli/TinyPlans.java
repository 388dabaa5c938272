package io.holdfast.cli;

/** A playbook of format 2 for the tiny bundle: one action, nobody held out. */
final class TinyPlans {
    static final String PLAYBOOK = """
            format: 2
            name: tiny-plans
            jurisdiction: checked
            currency: EUR
            contactThreshold: 0.1
            holdOut: {salt: tiny, share: 0}
            tiers: [{tier: key, atLeast: 90}, {tier: small}]
            margin: {perValue: 6, months: 12}
            teams: {desk: {contacts: 5000, days: 30}}
            channels: {phone: {cost: 6}}
            customer: {owner: region}
            actions:
              - code: bill-review
                reasons: [price, inconvenience]
                channel: phone
                team: desk
                priceAffecting: false
                coolDownDays: 60
                effect: {change: -0.3, deviation: 0.1}
                text: {en: Go through the bill., zh-CN: 核对账单。}
            """;

    private TinyPlans() {}
}
