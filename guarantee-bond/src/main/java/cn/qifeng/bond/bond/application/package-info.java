/** Use cases of bonds. */
package cn.qifeng.bond.bond.application;
