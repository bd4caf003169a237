package cn.qifeng.evaluation.clearing.sheet;

import cn.qifeng.evaluation.clearing.domain.FindingKind;
import cn.qifeng.evaluation.clearing.domain.Severity;

/** How the workbook calls things; the same words as on the page. */
final class Words {

    private Words() {}

    static String of(FindingKind kind) {
        return switch (kind) {
            case LINE_AMOUNT -> "合价算术差错";
            case DECIMAL_SLIP -> "单价小数点疑似错位";
            case SUBTOTAL -> "分部小计不符";
            case TOTAL -> "清单合计不符";
            case SUMMARY -> "汇总表不符";
            case BID_PRICE -> "与唱标价不符";
            case NOT_A_NUMBER -> "不是数字";
            case OMITTED -> "漏项";
            case ADDED -> "增项";
            case DUPLICATE -> "重复项";
            case NAME_CHANGED -> "项目名称改动";
            case FEATURE_CHANGED -> "项目特征改动";
            case UNIT_CHANGED -> "计量单位改动";
            case QUANTITY_CHANGED -> "工程量改动";
            case GIVEN_CHANGED -> "招标人给定数据改动";
            case PRICE_MISSING -> "未报单价";
            case PRICE_NOT_POSITIVE -> "零价或负价";
            case PRICE_DEVIATION -> "单价偏离";
            case UNBALANCED -> "不平衡报价";
        };
    }

    static String of(Severity severity) {
        return switch (severity) {
            case SEVERE -> "重点核查";
            case NOTABLE -> "关注";
            case MINOR -> "尾差";
        };
    }

    static String of(FindingKind.Group group) {
        return switch (group) {
            case ARITHMETIC -> "算术";
            case TENDER_BILL -> "与招标清单的符合性";
            case PRICE -> "单价";
        };
    }

    /** Why a bill could not be read, by the code of its refusal. */
    static String ofRefusal(String code) {
        return switch (code) {
            case "clearing/bill-missing" -> "未能读取：投标文件中没有已标价工程量清单";
            case "clearing/bill-unreadable" -> "未能读取：不是可读取的 .xlsx 文件";
            case "clearing/bill-too-large" -> "未能读取：解开后超出清单应有的大小";
            case "clearing/no-items" -> "未能读取：没有表-08 及其表头";
            default -> "未能读取：" + code;
        };
    }
}
