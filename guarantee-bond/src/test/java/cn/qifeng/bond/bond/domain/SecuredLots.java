package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.Uscc;
import java.time.Instant;

/** Lots that ask for a security, and a bidder. */
final class SecuredLots {

    static final Organisation BIDDER = new Organisation("澜州道桥建设有限公司", new Uscc("91330703XX1395956B"));

    private SecuredLots() {}

    static SecuredLot road() {
        return lot(true, Fen.ofYuan("600000"));
    }

    static SecuredLot lot(boolean bonds, Fen required) {
        return new SecuredLot(
                TenderId.random(),
                LotId.random(),
                "SG3307032026110012",
                "澜湖路道路工程",
                "澜湖路新建工程",
                new Organisation("澜州市金岭区城乡基础设施建设有限公司", new Uscc("91330703XX1079195L")),
                new Organisation("浙中启明工程咨询有限公司", new Uscc("91330702XX1158387J")),
                required,
                bonds,
                Instant.parse("2026-12-22T01:30:00Z"),
                90);
    }
}
