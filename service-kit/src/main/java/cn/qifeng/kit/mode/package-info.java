/** Sandbox or production. */
package cn.qifeng.kit.mode;
