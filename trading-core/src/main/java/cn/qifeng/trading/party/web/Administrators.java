package cn.qifeng.trading.party.web;

import cn.qifeng.kit.access.AccessRefusal;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.trading.party.domain.Roles;

/** Which of the three administrators calls. */
final class Administrators {

    private Administrators() {}

    /** The one administrator's role of the caller; nobody has two (三员分立). */
    static String roleOf(Caller caller) {
        return caller.roles().stream()
                .filter(Roles.ADMINISTRATORS::contains)
                .findFirst()
                .orElseThrow(AccessRefusal.ROLE_REQUIRED::refused);
    }
}
