package cn.qifeng.evaluation.site.domain;

import cn.qifeng.kernel.PartyId;

/** Port to the organisations that run sites (运营单位). */
@FunctionalInterface
public interface Operators {

    /** Unified social credit code of an organisation. */
    String of(PartyId party);
}
