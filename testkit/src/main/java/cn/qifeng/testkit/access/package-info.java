/** The access matrix (访问矩阵): every endpoint × every role, read from the classes and fired at the running service. */
package cn.qifeng.testkit.access;
