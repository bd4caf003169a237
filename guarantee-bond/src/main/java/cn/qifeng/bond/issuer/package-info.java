/** Sandbox issuer (沙箱出函机构): a bank for demonstrations behind the same interface as a real one. */
package cn.qifeng.bond.issuer;
