/** Organisations, people, roles, certificates and sessions (主体). */
package cn.qifeng.trading.party;
