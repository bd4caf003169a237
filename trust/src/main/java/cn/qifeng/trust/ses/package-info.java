/** Electronic seals and seal signatures (电子印章、电子签章) of GB/T 38540-2020, version 4. */
package cn.qifeng.trust.ses;
