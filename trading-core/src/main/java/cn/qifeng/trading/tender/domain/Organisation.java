package cn.qifeng.trading.tender.domain;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Uscc;
import java.util.Objects;

/** An organisation (主体) as a publication names it. */
public record Organisation(PartyId id, String name, Uscc uscc) {

    public Organisation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uscc, "uscc");
    }
}
