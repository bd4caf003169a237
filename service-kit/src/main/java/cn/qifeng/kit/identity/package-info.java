/** The signing keys of this service and the roots by which it judges others. */
package cn.qifeng.kit.identity;
