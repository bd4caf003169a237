package cn.qifeng.trading.security.domain;

import java.util.Optional;
import java.util.UUID;

/** Port that knows accounts (账号名): events of other services and of refused access come with a person's id only. */
public interface AccountNames {

    /** The account of a person. */
    Optional<String> of(UUID person);
}
