/** Roles, the caller, and what a token says. */
package cn.qifeng.kit.access;
