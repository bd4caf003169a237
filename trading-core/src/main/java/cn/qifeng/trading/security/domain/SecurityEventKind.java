package cn.qifeng.trading.security.domain;

/** Sort of a security event (安全事件类型); stored by name and never renamed. */
public enum SecurityEventKind {
    /** 登录成功. */
    LOGIN_SUCCEEDED,
    /** 登录失败; the reason tells account, password, code, challenge or lock. */
    LOGIN_FAILED,
    /** 登录被节流. */
    LOGIN_THROTTLED,
    /** 退出登录. */
    LOGGED_OUT,
    /** 证书被拒. */
    CERTIFICATE_REFUSED,
    /** 证书绑定. */
    CERTIFICATE_BOUND,
    /** 证书解除. */
    CERTIFICATE_ENDED,
    /** 越权被拒: 403 for somebody who is signed in. */
    ACCESS_REFUSED,
    /** 服务身份不符. */
    SERVICE_REFUSED,
    /** 单位登记. */
    ORGANISATION_REGISTERED,
    /** 单位验证通过或不通过. */
    ORGANISATION_JUDGED,
    /** 单位停用或恢复. */
    ORGANISATION_SUSPENDED,
    /** 人员登记. */
    PERSON_REGISTERED,
    /** 邀请码签发; one of two halves. */
    INVITATION_ISSUED,
    /** 受邀启用. */
    INVITATION_ACCEPTED,
    /** 邀请码不符. */
    INVITATION_REFUSED,
    /** 修改密码. */
    PASSWORD_CHANGED,
    /** 授权待复核. */
    ROLES_PROPOSED,
    /** 授权生效. */
    ROLES_CHANGED,
    /** 授权被否. */
    ROLES_REFUSED,
    /** 账号锁定. */
    PERSON_LOCKED,
    /** 账号解锁. */
    PERSON_UNLOCKED,
    /** 服务启动. */
    SERVICE_STARTED,
    /** 存证日志复核一致. */
    LOG_CHECKED,
    /** 存证日志不符: something of the log is not what was signed. */
    LOG_DIFFERS,
    /** 外部时间戳异常; the reason tells whether it is silent or lies. */
    TIME_STAMP_FAILED,
    /** 外部时间戳恢复. */
    TIME_STAMP_RESTORED,
    /** 席位激活码签发. */
    SEAT_CODE_ISSUED,
    /** 席位激活码不符. */
    SEAT_CODE_REFUSED,
    /** 席位终端绑定. */
    TERMINAL_BOUND,
    /** 席位终端解绑. */
    TERMINAL_ENDED,
    /** 录像调阅. */
    RECORDING_SEEN
}
