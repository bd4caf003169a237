package cn.qifeng.evaluation.clearing.domain;

import java.math.BigDecimal;

/**
 * One item of the tender's bill (招标清单项目), without a price.
 *
 * @param place its cell of the code
 * @param code twelve digits (项目编码)
 */
public record TenderItem(Place place, String code, String name, String feature, String unit, BigDecimal quantity) {}
