package io.holdfast.features.draft;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What headers say. English ones part their words; Chinese ones do not, so a word is looked for within them. */
final class HeaderWords {
    /** Of a header in Chinese that holds the first, the second is a name fit for a column; longer ones stand first. */
    private static final Map<String, String> NAMES = names();

    private HeaderWords() {}

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        String pairs =
                "支付方式 payment_method,付款方式 payment_method,满意度 satisfaction,销售额 sales,金额 amount,数量 quantity,件数 quantity,"
                        + "单价 price,价格 price,总价 total,实付 paid,运费 shipping,成本 cost,利润 profit,折扣 discount,优惠 discount,积分 points,评分 rating,"
                        + "时长 duration,流量 data_volume,次数 times,余额 balance,商品 product,产品 product,品类 category,类别 category,分类 category,"
                        + "品牌 brand,门店 shop,店铺 shop,渠道 channel,城市 city,省份 province,地区 region,区域 region,套餐 plan,币种 currency,货币 currency,"
                        + "状态 status,原因 reason,等级 level,来源 origin,部门 department,员工 employee,类型 type,备注 note";
        for (String pair : pairs.split(",", -1)) {
            int blank = pair.indexOf(' ');
            names.put(pair.substring(0, blank), pair.substring(blank + 1));
        }
        return names;
    }

    /** Whether a header holds one of some words. */
    static boolean has(ColumnProfile column, Set<String> words) {
        return words.stream()
                .anyMatch(word -> isChinese(word)
                        ? column.name().contains(word)
                        : column.words().contains(word));
    }

    /** A name fit for a column, for a header in Chinese whose meaning is known. */
    static Optional<String> inEnglish(String header) {
        return NAMES.entrySet().stream()
                .filter(each -> header.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    /** A header as part of a name: small letters, digits and underscores, a letter first; empty where nothing of it is fit. */
    static String fit(ColumnProfile column) {
        return String.join("_", column.words())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]+", "")
                .replaceAll("^[^a-z]+", "");
    }
}
