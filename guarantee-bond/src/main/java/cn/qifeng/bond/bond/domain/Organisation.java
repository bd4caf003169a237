package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.Uscc;
import java.util.Objects;

/** A legal person (法人) as a bond names it: name and unified social credit code. */
public record Organisation(String name, Uscc uscc) {

    public Organisation {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uscc, "uscc");
    }
}
