package cn.qifeng.trading.tender.application;

import cn.qifeng.trading.tender.domain.AwardSetting;

/** The award in the words of the tender document (定标方式). */
public final class AwardWords {

    private AwardWords() {}

    /** One line for the table of terms. */
    public static String summary(AwardSetting award) {
        if (award.byRank()) {
            return "评标委员会推荐不超过" + award.finalistsMax() + "名中标候选人并标明排序，" + rule(award);
        }
        return "评定分离，票决；依据文件：" + award.pilotBasis().documentNo()
                + (award.pilotBasis().example() ? "（示例文件）" : "") + "；定标候选人不超过" + award.finalistsMax() + "名，定标委员会"
                + award.committeeSize() + "人";
    }

    /** Who of ranked candidates wins (实施条例 §55). */
    public static String rule(AwardSetting award) {
        return Boolean.TRUE.equals(award.stateControlled())
                ? "国有资金占控股或者主导地位，招标人确定排名第一的中标候选人为中标人"
                : "招标人在中标候选人中确定中标人，不确定排名第一的说明理由";
    }

    /** What the panel recommends. */
    public static String recommended(AwardSetting award) {
        return award.byRank() ? "不超过" + award.finalistsMax() + "名中标候选人并标明排序" : "不排序的定标候选人";
    }
}
